package be.vakoogst;

import be.vakoogst.cli.CommandLineInterface;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its rooms are the packages beside this class. */
@SpringBootApplication
public class Vakoogst {

    static void main(String... arguments) {
        System.exit(CommandLineInterface.run(Vakoogst.class, System.getenv(), arguments));
    }
}

package be.vakoogst;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its rooms are the packages beside this class. */
@SpringBootApplication
public class Vakoogst {

    static void main(String... arguments) {
        SpringApplication.run(Vakoogst.class, arguments);
    }
}

package be.vakoogst.cli;

import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.RunningInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the instance that owns the data folder, or starts one for the time of a command. */
final class Instances {

    private static final String OPERATOR = "operator";

    private Instances() {}

    static Instance reach(Surroundings around) {
        Optional<RunningInstance> running = DataFolder.runningInstance(around.data());
        if (running.isPresent() && running.get().httpPort().isPresent()) {
            return at(running.get().httpPort().getAsInt(), storedPassword(around), () -> {});
        }
        Serving serving = Serving.start(around, 0, false);
        return at(serving.port(), Serving.password(around, serving.folder()), serving);
    }

    static Instance of(Serving serving, Surroundings around) {
        return at(serving.port(), Serving.password(around, serving.folder()), () -> {});
    }

    private static Instance at(int port, String password, AutoCloseable owned) {
        return new Instance(URI.create("http://127.0.0.1:" + port), OPERATOR, password, owned);
    }

    private static String storedPassword(Surroundings around) {
        return around.variable("VAKOOGST_OPERATOR_PASSWORD").orElseGet(() -> {
            Path file = around.data().resolve("operator-password");
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException("The running instance's password cannot be read from " + file, e);
            }
        });
    }
}

package be.vakoogst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.serving.Configured;
import be.vakoogst.serving.ServingProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application with its own database and engine, both of which hang when it is asked to end. */
class HangingPartsTest {

    /** What the issue of the program promises. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private static final Map<String, String> WITH_ITS_OWN_PARTS =
            Map.of("VAKOOGST_DB_URL", "", "VAKOOGST_SEARCH_URL", "");

    @TempDir
    private Path temporary;

    @Test
    void anEndThatIsAskedForComesInTimeAndLeavesNoProcessBehind() throws Exception {
        Path data = temporary.resolve("data");
        Configured config = Configured.in(temporary.resolve("config"));
        try (ServingProcess serving = ServingProcess.start(data, config, WITH_ITS_OWN_PARTS)) {
            ProcessHandle database = process(data.resolve("database/data/postmaster.pid"));
            ProcessHandle engine = process(data.resolve("engine/pid"));
            freeze(database);
            freeze(engine);

            assertThat(serving.endsWithin(PROMISED)).isTrue();

            await().until(() -> !database.isAlive() && !engine.isAlive());
        }
    }

    private static ProcessHandle process(Path pidFile) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
    }

    private static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}

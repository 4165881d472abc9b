package be.vakoogst.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A real instance in a process of its own, beside a second one, then killed, then followed by a next one. */
class KilledInstanceTest {

    private static final DataSize ANY_DISK = DataSize.ofMegabytes(1);

    @TempDir
    private Path temporary;

    private Path folder;
    private Process main;

    @BeforeEach
    void startInstance() throws IOException {
        folder = temporary.toRealPath();
        main = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(lineThatSaysUp()).startsWith("up http://127.0.0.1:");
    }

    @AfterEach
    void endInstance() {
        main.destroyForcibly();
    }

    @Test
    void killedInstanceLeavesNothingThatBlocksTheNextStartAndLosesNothing() throws Exception {
        ProcessHandle engine = engine();
        ProcessHandle postmaster = EmbeddedDatabase.postmaster(folder.resolve("database/data"))
                .orElseThrow()
                .process();
        secondInstanceIsRefusedAndFindsTheFirst();

        main.destroyForcibly().waitFor();

        engine.onExit().get(60, SECONDS);
        try (DataFolder taken = DataFolder.open(folder, ANY_DISK);
                EmbeddedParts parts =
                        EmbeddedParts.start(taken, Map.of("VAKOOGST_SEARCH_URL", "http://search.example"))) {
            parts.awaitDatabase();
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(SmallMain.client(parts.properties())
                            .sql("SELECT word FROM note")
                            .query(String.class)
                            .list())
                    .containsExactly(SmallMain.ACKNOWLEDGED);
        }
        assertThat(EmbeddedDatabase.postmaster(folder.resolve("database/data"))).isEmpty();
    }

    private void secondInstanceIsRefusedAndFindsTheFirst() {
        assertThatThrownBy(() -> DataFolder.open(folder, ANY_DISK))
                .isInstanceOf(EmbeddedException.InUse.class)
                .hasMessageContaining("process " + main.pid())
                .hasMessageContaining("port 8080");
        assertThat(DataFolder.runningInstance(folder)).hasValueSatisfying(owner -> {
            assertThat(owner.pid()).isEqualTo(main.pid());
            assertThat(owner.httpPort()).isEqualTo(OptionalInt.of(8080));
        });
    }

    private ProcessHandle engine() throws IOException {
        return ProcessHandle.of(PidFile.firstLine(folder.resolve("engine/pid")).orElseThrow())
                .orElseThrow();
    }

    private String lineThatSaysUp() throws IOException {
        BufferedReader output = main.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("up ")) {
            line = output.readLine();
        }
        return line == null ? "ended" : line;
    }
}

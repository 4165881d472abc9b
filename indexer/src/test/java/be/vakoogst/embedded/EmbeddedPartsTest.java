package be.vakoogst.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.util.unit.DataSize;

class EmbeddedPartsTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void openFolder() {
        folder = DataFolder.open(temporary, DataSize.ofMegabytes(1));
    }

    @AfterEach
    void closeFolder() {
        folder.close();
    }

    @Test
    void nothingIsStartedWhenBothPartsStandElsewhere() {
        Map<String, String> environment = Map.of(
                "VAKOOGST_DB_URL", "jdbc:postgresql://db.example/vakoogst",
                "VAKOOGST_DB_USER", "oogst",
                "VAKOOGST_DB_PASSWORD", "geheim",
                "VAKOOGST_SEARCH_URL", "https://search.example",
                "VAKOOGST_SEARCH_API_KEY", "sleutel",
                "VAKOOGST_SEARCH_USER", "");

        try (EmbeddedParts parts = EmbeddedParts.start(folder, environment)) {
            assertThat(parts.properties())
                    .containsOnly(
                            entry("spring.datasource.url", "jdbc:postgresql://db.example/vakoogst"),
                            entry("spring.datasource.username", "oogst"),
                            entry("spring.datasource.password", "geheim"),
                            entry("vakoogst.search.url", "https://search.example"),
                            entry("vakoogst.search.api-key", "sleutel"));
            assertThat(parts.engine()).isEmpty();
            assertThat(temporary.resolve("database")).doesNotExist();
        }
    }

    @Test
    void embeddedDatabaseKeepsWhatItAcknowledges() {
        try (EmbeddedParts parts =
                EmbeddedParts.start(folder, Map.of("VAKOOGST_SEARCH_URL", "https://search.example"))) {
            parts.awaitDatabase();
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(SmallMain.client(parts.properties())
                                .sql("SHOW " + setting)
                                .query(String.class)
                                .single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void embeddedDatabaseAsksForItsPassword() {
        try (EmbeddedParts parts =
                EmbeddedParts.start(folder, Map.of("VAKOOGST_SEARCH_URL", "https://search.example"))) {
            parts.awaitDatabase();
            Map<String, String> wrong = Map.of(
                    "spring.datasource.url", parts.properties().get("spring.datasource.url"),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", "geraden");

            assertThat(SmallMain.client(parts.properties())
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThatThrownBy(() -> SmallMain.client(wrong)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isInstanceOf(CannotGetJdbcConnectionException.class);
        }
    }

    @Test
    void halfMadeDatabaseOfAKilledFirstStartIsMadeAnew() throws Exception {
        Path data = Files.createDirectories(temporary.resolve("database/data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");

        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(temporary.resolve("program"), temporary.resolve("database"))) {
            database.awaitReady();

            assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void databaseThatDoesNotStartTellsWhoWaitsForIt() throws Exception {
        Path data = Files.createDirectories(temporary.resolve("database/data"));
        Files.writeString(temporary.resolve("database/initialised"), "");
        Files.writeString(data.resolve("PG_VERSION"), "9\n");

        try (EmbeddedParts parts =
                EmbeddedParts.start(folder, Map.of("VAKOOGST_SEARCH_URL", "https://search.example"))) {
            assertThatThrownBy(parts::awaitDatabase)
                    .isInstanceOf(EmbeddedException.PartFailed.class)
                    .hasMessageContaining("embedded database did not start");
        }
    }

    @Test
    void partThatDoesNotStartIsReportedAndTheOtherOneEnded() throws Exception {
        Files.writeString(temporary.resolve("database"), "a file where a folder has to be");

        assertThatThrownBy(() -> EmbeddedParts.start(folder, Map.of()))
                .isInstanceOf(EmbeddedException.PartFailed.class)
                .hasMessageContaining("embedded database did not start")
                .hasCauseInstanceOf(IOException.class);

        assertThat(PidFile.firstLine(temporary.resolve("engine/pid"))
                        .flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive))
                .isEmpty();
    }
}

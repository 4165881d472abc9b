package be.vakoogst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.vakoogst.Vakoogst;
import be.vakoogst.embedded.EmbeddedDatabase;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.trade.Vocabulary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A wrong setting is one line that names it, its value, and what is allowed. */
class WrongSettingsTest {

    @TempDir
    private Path data;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VAKOOGST_PORT | abc | 1 to 65535",
                "VAKOOGST_PORT | 99999 | 1 to 65535",
                "VAKOOGST_ROLES | foo | harvest, index and search",
                "VAKOOGST_ROLES | harvest,search;index | harvest, index and search",
                "VAKOOGST_ALLOW_PRIVATE | 999.1.1.1/77 | CIDR ranges",
                "VAKOOGST_DB_URL | jdbc:oracle:thin:@x | jdbc:postgresql://",
                "VAKOOGST_SEARCH_URL | localhost:9200 | http(s)://host[:port]",
                "VAKOOGST_CONFIG | /nowhere | a folder with vocabularies"
            })
    void ofTheEnvironment(String name, String value, String allowed) {
        int code = serve(Map.of(name, value));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .contains(name, "'" + value + "'", allowed);
    }

    @Test
    void aDataFolderOfANewerVersionOrThatIsAFileIsOneLineToo() throws Exception {
        Files.writeString(data.resolve("version"), "99\n");
        assertThat(serve(Map.of())).isEqualTo(1);
        assertThat(err.toString().strip().lines()).singleElement().asString().contains("layout 99", "VAKOOGST_DATA");

        Path file = Files.writeString(data.resolve("file"), "");
        err.getBuffer().setLength(0);
        assertThat(serve(Map.of("VAKOOGST_DATA", file.toString()))).isEqualTo(1);
        assertThat(err.toString().strip().lines()).singleElement().asString().contains("VAKOOGST_DATA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vakoogst.fetch.connect | soon | duration such as",
                "vakoogst.fetch.max-size | huge | size such as",
                "vakoogst.fetch.retries | many | whole number",
                "vakoogst.fetch.retries | 99 | 0 to 10",
                "vakoogst.fetch.connect | PT0S | a duration above 0s",
                "vakoogst.fetch.allow-private | 10.0.0.0/99 | CIDR ranges"
            })
    void ofTheOperatorsFile(String key, String value, String allowed) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(key + "=" + value)
                .run(context -> assertThat(StartFailure.explain(context.getStartupFailure()))
                        .hasValueSatisfying(line -> assertThat(line)
                                .contains(key, "'" + value + "'", allowed)
                                .doesNotContain("\n")));
    }

    @Test
    void aVocabularyThatCannotBeUsedIsToldWithFileAndLine() throws Exception {
        Path vocabularies = Files.createDirectories(data.resolve("vocabularies"));
        Files.writeString(vocabularies.resolve("trades.yml"), "trades:\n- id: hout\n  related: [bestaatniet]\n");
        Throwable wrong = catchThrowable(() -> Vocabulary.load(vocabularies));

        assertThat(StartFailure.explain(new IllegalStateException("a bean", wrong)))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("trades.yml:").doesNotContain("\n"));
    }

    @Test
    void aDatabaseThatRefusesIsToldWithTheSettingsToLookAt() {
        Exception refused =
                new IllegalStateException("migration", new SQLException("Connection refused.\n  Check it."));

        assertThat(StartFailure.explain(refused))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("Connection refused. Check it.", "VAKOOGST_DB_URL")
                        .doesNotContain("\n"));
    }

    @Test
    void aDatabaseOfOursThatDoesNotStartIsToldInItsOwnWords() throws Exception {
        Path database = Files.createDirectories(data.resolve("database"));
        Files.writeString(database.resolve("initialised"), "");
        Files.writeString(Files.createDirectories(database.resolve("data")).resolve("PG_VERSION"), "9");

        assertThat(serve(Map.of("VAKOOGST_SEARCH_URL", "http://127.0.0.1:9"))).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("The embedded database did not start")
                .doesNotContain("VAKOOGST_DB_URL", "\tat ");
    }

    /** As of a server that never answered, which takes minutes to give up. */
    @Test
    void whatADatabaseOfOursRanIntoIsNoRefusalOfTheUsers() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");
        Throwable part = catchThrowable(() -> EmbeddedDatabase.start(data, file));
        part.getCause().initCause(new SQLException("Connection refused"));

        assertThat(StartFailure.explain(new IllegalStateException("a bean", part)))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("The embedded database did not start")
                        .doesNotContain("VAKOOGST_DB_URL"));
    }

    @Test
    void ourOwnFaultIsNoneOfTheUsers() {
        assertThat(StartFailure.explain(new IllegalStateException("bug"))).isEmpty();
    }

    private int serve(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(
                Map.of("VAKOOGST_PORT", "0", "VAKOOGST_DATA", data.toString(), "VAKOOGST_CONFIG", "../config"));
        environment.putAll(variables);
        return CommandLineInterface.run(
                new Surroundings(
                        Vakoogst.class, environment, new PrintWriter(new StringWriter()), new PrintWriter(err, true)),
                "serve");
    }

    @Configuration
    @EnableConfigurationProperties(FetchSettings.class)
    static class Settings {}
}

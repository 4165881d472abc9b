package be.vakoogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.Vakoogst;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.serving.Configured;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether it would start, without staying up. */
class ServeCheckTest {

    @TempDir
    private Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatStartsIsEndedAgainAndSaidToHaveStarted() throws Exception {
        int code = check();

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Search API    http://localhost:", "Everything started");
    }

    private int check() throws Exception {
        Configured config = Configured.in(temporary.resolve("config")).settings("vakoogst.search.alias: check\n");
        Map<String, String> environment = Map.of(
                "VAKOOGST_PORT", "0",
                "VAKOOGST_DATA", temporary.resolve("data").toString(),
                "VAKOOGST_CONFIG", config.folder().toString(),
                "VAKOOGST_DB_URL", TestDatabase.another("serve_check"),
                "VAKOOGST_SEARCH_URL", TestEngine.url().toString());
        return CommandLineInterface.run(
                new Surroundings(Vakoogst.class, environment, new PrintWriter(out, true), new PrintWriter(err, true)),
                "serve",
                "--check");
    }
}

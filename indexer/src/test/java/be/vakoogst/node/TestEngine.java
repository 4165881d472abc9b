package be.vakoogst.node;

import be.vakoogst.embedded.EmbeddedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * One search engine for all tests of a JVM: started by the first call, ended with the JVM.
 * Where the environment variable {@code VAKOOGST_SEARCH_URL} is set, that server is used instead (and must answer).
 * Tests make indices of their own names and delete them; nobody else cleans up.
 */
public final class TestEngine {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Of this JVM alone: another that runs other tests beside it, under a number of its own (see pom.xml), unpacks its own. */
    private static final Path PROGRAM =
            Path.of("target", "test-engine-" + System.getProperty("vakoogst.test.fork", "alone"));

    private TestEngine() {}

    /** Base URL of an engine that answers, without a slash at its end. */
    public static URI url() {
        return external().orElseGet(() -> Started.URL);
    }

    /** For {@code @DynamicPropertySource}: points {@code vakoogst.search.url} at this engine. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("vakoogst.search.url", TestEngine::url);
    }

    private static Optional<URI> external() {
        return Optional.ofNullable(System.getenv("VAKOOGST_SEARCH_URL")).map(URI::create);
    }

    private static final class Started {
        private static final URI URL = start();

        private static URI start() {
            try {
                Path home = Files.createTempDirectory("vakoogst-test-engine").toRealPath();
                EmbeddedEngine engine = EmbeddedEngine.start(PROGRAM, home);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(engine, home)));
                engine.awaitReady(PATIENCE);
                return engine.url();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void end(EmbeddedEngine engine, Path home) {
            engine.close();
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

package be.vakoogst.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The embedded search engine: a child process of the running Java, which ends when we end, however we end, because its standard input
 * is a pipe that only we hold open. Its REST API is on 127.0.0.1, without a password; what it holds can be made again from the catalogue.
 */
public final class EmbeddedEngine implements Part, AutoCloseable {

    private static final String MAIN = "be.vakoogst.engine.EngineProcess";
    private static final Duration ORPHANS_LAST_WORDS = Duration.ofSeconds(5);
    private static final int LAST_LINES = 15;

    /** Ctrl-C reaches the whole terminal; the engine ends when we have finished with it. An ignored signal stays so over exec. */
    private static final String IGNORING_INTERRUPTS = "trap '' INT; exec \"$0\" \"$@\"";

    private final Process process;
    private final int port;
    private final Path logs;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private EmbeddedEngine(Process process, int port, Path logs) {
        this.process = process;
        this.port = port;
        this.logs = logs;
    }

    /**
     * Starts the engine and returns at once, before it answers.
     *
     * @param program folder for the engine's jars, kept between starts
     * @param home folder for its data and logs, kept between starts; an engine left there by a killed instance is ended first
     */
    public static EmbeddedEngine start(Path program, Path home) {
        EngineProgram engine = EngineProgram.in(program.toAbsolutePath().normalize());
        return start(
                engine, home, Files.exists(engine.cache()) ? List.of("-XX:AOTCache=" + engine.cache()) : List.of());
    }

    /**
     * @param remembering options of the Java that runs it, on what it remembers of earlier starts
     */
    static EmbeddedEngine start(EngineProgram program, Path home, List<String> remembering) {
        try {
            Path whole = home.toAbsolutePath().normalize();
            Path logs = Files.createDirectories(whole.resolve("logs"));
            endOrphan(whole);
            return launch(program, whole, logs, remembering);
        } catch (IOException failure) {
            throw new EmbeddedException.PartFailed("search engine", "did not start", failure);
        }
    }

    private static EmbeddedEngine launch(EngineProgram program, Path home, Path logs, List<String> remembering)
            throws IOException {
        int port = FreePort.pick();
        List<String> arguments = List.of("-cp", program.classPath(), MAIN, home.toString(), Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(Stream.of(java(logs), remembering, arguments)
                        .flatMap(List::stream)
                        .toList())
                .redirectError(logs.resolve("console.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VAKOOGST_"));
        EmbeddedEngine engine = new EmbeddedEngine(builder.start(), port, logs);
        Files.writeString(pidFile(home), Long.toString(engine.process.pid()));
        Thread.ofVirtual().name("embedded-engine").start(engine::listen);
        return engine;
    }

    /**
     * Serial collection suits half a gigabyte and two cores shared with the database and ourselves. So does a second compiler that waits until
     * something is called eight times as often as usual: else it takes as much of the start as all else.
     */
    private static List<String> java(Path logs) {
        return List.of(
                "/bin/sh",
                "-c",
                IGNORING_INTERRUPTS,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=40000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=120000",
                "-XX:Tier4BackEdgeThreshold=320000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + logs.resolve("crash.log"),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager",
                "-Dvakoogst.engine.logs=" + logs);
    }

    /** Where it will answer; known before it does. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Waits until it answers and has its indices open.
     *
     * @throws EmbeddedException.PartFailed when it ended or is not ready in time, with its last log lines
     */
    public void awaitReady(Duration patience) {
        try {
            if (!ready.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("ended with exit code " + process.waitFor());
            }
        } catch (TimeoutException late) {
            throw failed("does not answer after " + patience.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was not awaited to the end");
        } catch (ExecutionException failure) {
            throw new EmbeddedException.PartFailed(name(), "can't be heard", failure);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String name() {
        return "search engine";
    }

    /** The end of its standard input is its sign to go. */
    @Override
    public void stop() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException failure) {
            throw new EmbeddedException.PartFailed(name(), "can't be told to end", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    /** Ends it, politely for 4 s and then at once. */
    @Override
    public void close() {
        Ending.of(List.of(this));
    }

    /** The engine says one line, "ready", on its standard output; the end of that output is its own end. */
    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("ready")) {
                    ready.complete(true);
                }
            }
            ready.complete(false);
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
    }

    private EmbeddedException.PartFailed failed(String reason) {
        return new EmbeddedException.PartFailed(name(), reason + "; its logs are in " + logs, lastLines());
    }

    private String lastLines() {
        return LastLines.of(logs.resolve("console.log"), LAST_LINES)
                + LastLines.of(logs.resolve("engine.log"), LAST_LINES);
    }

    private static Path pidFile(Path home) {
        return home.resolve("pid");
    }

    private static void endOrphan(Path home) throws IOException {
        PidFile.firstLine(pidFile(home))
                .flatMap(pid -> Orphan.of(pid, List.of(MAIN, home.toString())))
                .ifPresent(orphan -> orphan.end(ORPHANS_LAST_WORDS));
    }
}

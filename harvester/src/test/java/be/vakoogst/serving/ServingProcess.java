package be.vakoogst.serving;

import be.vakoogst.Vakoogst;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code vakoogst serve} in a process of its own, against the tests' database and engine. */
public final class ServingProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Search +http://localhost:(\\d+)/");

    private final Process process;
    private final Path data;
    private final OperatorApi api;

    private ServingProcess(Process process, Path data, OperatorApi api) {
        this.process = process;
        this.data = data;
        this.api = api;
    }

    /** Starts it and returns when it answers. */
    public static ServingProcess start(Path data, Configured config) throws IOException {
        return start(data, config, Map.of());
    }

    /** @param more variables of its environment */
    public static ServingProcess start(Path data, Configured config, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("VAKOOGST_"));
        builder.environment()
                .putAll(Map.of(
                        "VAKOOGST_PORT", "0",
                        "VAKOOGST_DATA", data.toString(),
                        "VAKOOGST_CONFIG", config.folder().toString(),
                        "VAKOOGST_DB_URL", TestDatabase.url(),
                        "VAKOOGST_SEARCH_URL", TestEngine.url().toString(),
                        "VAKOOGST_OPERATOR_PASSWORD", OperatorApi.PASSWORD,
                        "VAKOOGST_ALLOW_PRIVATE", "127.0.0.1"));
        builder.environment().putAll(more);
        Process process = builder.start();
        return new ServingProcess(process, data, OperatorApi.at(port(process)));
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Vakoogst.class.getName(), "serve"));
        return command;
    }

    private static int port(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
        }
        throw new IOException("it ended before it answered");
    }

    public OperatorApi api() {
        return api;
    }

    public Path data() {
        return data;
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It does nothing any more, not even end. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** As Ctrl-C; returns when it has ended. */
    public void interrupt() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Asks it to end, as Ctrl-C does. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package be.vakoogst.document;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the reading process is started: by the running Java, on our own class path. */
final class ReaderProgram {

    /** Documents that one process reads at most: what parsers leave behind in memory goes with it. */
    static final int DOCUMENTS = 10_000;

    private static final String MAIN = "be.vakoogst.document.process.ReadingProcess";

    /** Of a jar with jars in it, as Spring Boot packs them. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** Beside our jar, where {@code scripts/build} has made one. */
    private static final String CACHE = "readers.aot";

    private static final int BLOCK = 512;

    /** Ctrl-C reaches the whole terminal; the process ends when we do. A file that it writes may not fill the disk. */
    private static final String BOUNDED = "trap '' INT; ulimit -f %d; exec \"$0\" \"$@\"";

    private ReaderProgram() {}

    static Process start(DocumentSettings settings, Path folder) throws IOException {
        return run(settings, folder, program());
    }

    /**
     * One that remembers what it loads, and writes it down at its end. Not what it calls (JEP 515): a process that is told so leaves to the first
     * compiler for good what a few documents did not keep busy, and takes twice as long for each document once it is warm.
     */
    static Process rehearse(DocumentSettings settings, Path folder, Path cache) throws IOException {
        List<String> program = new ArrayList<>(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        program.addAll(ahead("-XX:AOTCacheOutput=", cache));
        return run(settings, folder, program);
    }

    private static Process run(DocumentSettings settings, Path folder, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(command(settings, folder));
        command.addAll(program);
        command.add(Integer.toString(settings.together()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** The second compiler is for what is called eight times as often as usual, as in the program that starts it (scripts/jdk). */
    private static List<String> command(DocumentSettings settings, Path folder) {
        return List.of(
                "/bin/sh",
                "-c",
                BOUNDED.formatted(settings.unpacked().toBytes() / BLOCK + 1),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=40000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=120000",
                "-XX:Tier4BackEdgeThreshold=320000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dlogback.configurationFile=be/vakoogst/document/silent.xml",
                "-D" + DocumentSettings.Limits.PROPERTY + "="
                        + settings.limits().written());
    }

    private static List<String> program() {
        Path cache = ourJar().resolveSibling(CACHE);
        return Files.exists(cache) ? ahead("-XX:AOTCache=", cache) : program(System.getProperty("java.class.path"));
    }

    /**
     * With a cache ahead of time (JEP 514), which holds for the class path alone that it was made with: our jar, which names the others. A
     * JVM that cannot use it, as it is another one, goes on without.
     */
    private static List<String> ahead(String option, Path cache) {
        return List.of(option + cache.toAbsolutePath(), "-cp", ourJar().toString(), MAIN);
    }

    private static Path ourJar() {
        return Path.of(URI.create(ReaderProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .replaceFirst("^jar:nested:", "file:")
                .replaceFirst("/?!.*", "")));
    }

    private static List<String> program(String classPath) {
        boolean packed = String.valueOf(ReaderProgram.class.getResource("ReaderProgram.class"))
                .startsWith("jar:nested:");
        return packed
                ? List.of("-cp", absolute(classPath), "-Dloader.main=" + MAIN, LAUNCHER)
                : List.of("-cp", absolute(classPath), MAIN);
    }

    /** Its working folder is another one. */
    private static String absolute(String classPath) {
        return List.of(classPath.split(java.io.File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }
}

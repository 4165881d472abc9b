package be.vakoogst.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the reading process is started: by the running Java, on our own class path. */
final class ReaderProgram {

    /** Documents that one process reads at most: what parsers leave behind in memory goes with it. */
    static final int DOCUMENTS = 2000;

    private static final String MAIN = "be.vakoogst.document.process.ReadingProcess";

    /** Of a jar with jars in it, as Spring Boot packs them. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final int BLOCK = 512;

    /** Ctrl-C reaches the whole terminal; the process ends when we do. A file that it writes may not fill the disk. */
    private static final String BOUNDED = "trap '' INT; ulimit -f %d; exec \"$0\" \"$@\"";

    private ReaderProgram() {}

    static Process start(DocumentSettings settings, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(settings, folder))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static List<String> command(DocumentSettings settings, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                BOUNDED.formatted(settings.unpacked().toBytes() / BLOCK + 1),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dlogback.configurationFile=be/vakoogst/document/silent.xml",
                "-D" + DocumentSettings.Limits.PROPERTY + "="
                        + settings.limits().written()));
        command.addAll(program(System.getProperty("java.class.path")));
        return command;
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

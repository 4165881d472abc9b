package be.vakoogst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts on machines where something is missing: a PATH of the test's own, and no JDK but what it puts there. */
class ScriptsTest {

    private static final List<String> TOOLS = List.of("dirname", "sed", "readlink");

    @TempDir
    private Path machine;

    private Path tools;
    private Path jdk;

    @BeforeEach
    void plainMachine() throws IOException {
        tools = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            executable(tools.resolve(tool), "exec " + whereIs(tool) + " \"$@\"");
        }
        jdk = machine.resolve("jdk");
    }

    private static Path whereIs(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMissingJdkIsOneLineThatSaysWhatToDo() throws Exception {
        Ended ended = findJdk("");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).singleElement().asString().contains("JDK 25", "install", "JAVA_HOME");
    }

    @Test
    void anOlderJdkIsNotTaken() throws Exception {
        jdkOfVersion("21.0.4");

        assertThat(findJdk(jdk.toString()).lines()).singleElement().asString().contains("JDK 25");
    }

    @Test
    void aMissingMavenIsOneLineThatSaysWhatToDo() throws Exception {
        jdkOfVersion("25.0.1");

        Ended ended = findJdk(jdk.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).singleElement().asString().contains("Maven", "install");
    }

    @Test
    void aJdkOnThePathIsFoundWithoutJavaHome() throws Exception {
        jdkOfVersion("25.0.1");
        Files.createSymbolicLink(tools.resolve("javac"), jdk.resolve("bin/javac"));
        executable(tools.resolve("mvn"), "exit 0");

        assertThat(findJdk("").lines()).containsExactly("JAVA_HOME=" + jdk.toRealPath());
    }

    @Test
    void whatIsThereIsFound() throws Exception {
        jdkOfVersion("26-ea");
        executable(tools.resolve("mvn"), "exit 0");

        Ended ended = findJdk(jdk.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.lines()).containsExactly("JAVA_HOME=" + jdk);
    }

    @Test
    void aJdkWhoseFileTellsItsVersionIsNotStarted() throws Exception {
        jdkOfVersion("21.0.4");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"25.0.1\"\n");
        executable(tools.resolve("mvn"), "exit 0");

        assertThat(findJdk(jdk.toString()).lines()).containsExactly("JAVA_HOME=" + jdk);
    }

    private void jdkOfVersion(String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        executable(jdk.resolve("bin/javac"), "echo javac " + version);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /**
     * Without file name expansion, so that the JDKs of this machine are not found where the script knows to look.
     *
     * @param javaHome empty for none
     */
    private Ended findJdk(String javaHome) throws IOException, InterruptedException {
        String script = Path.of("../scripts/jdk").toAbsolutePath().normalize().toString();
        ProcessBuilder builder = new ProcessBuilder(
                        whereIs("bash").toString(), "-f", "-c", ". '" + script + "'; echo JAVA_HOME=$JAVA_HOME")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools.toString(),
                        "HOME", machine.toString(),
                        "JAVA_HOME", javaHome));
        Process process = builder.start();
        List<String> lines =
                process.inputReader().lines().filter(line -> !line.isBlank()).toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), lines);
    }

    private record Ended(int code, List<String> lines) {}
}

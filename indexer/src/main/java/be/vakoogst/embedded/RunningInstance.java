package be.vakoogst.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The living owner of a data folder, as it wrote itself down there.
 *
 * @param pid its process id
 * @param httpPort the port of its HTTP interface; empty as long as that is not up
 * @param started when its process started, in milliseconds since 1970: with the pid it tells a process from a later one of the same pid;
 *     0 where the system does not say
 */
public record RunningInstance(long pid, OptionalInt httpPort, long started) {

    /** The system counts a process's start from its own, and Java gets at that one only to the second. */
    private static final long CLOCKS_DIFFER = Duration.ofSeconds(2).toMillis();

    private static final Pattern WRITTEN =
            Pattern.compile("pid=([0-9]{1,10})\\nport=([0-9]{1,5})\\nstarted=([0-9]{1,18})\\n");

    static RunningInstance ourselves(OptionalInt httpPort) {
        ProcessHandle process = ProcessHandle.current();
        return new RunningInstance(process.pid(), httpPort, startOf(process));
    }

    /** Empty when nobody wrote there or who did is no more. */
    static Optional<RunningInstance> readFrom(Path file) {
        try {
            return Files.exists(file)
                    ? parse(Files.readString(file)).filter(RunningInstance::isAlive)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new EmbeddedException.Unusable(file, unreadable);
        }
    }

    void writeTo(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, "pid=%d\nport=%d\nstarted=%d\n".formatted(pid, httpPort.orElse(0), started));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isThisProcess() {
        return equals(ourselves(httpPort));
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(process -> Math.abs(startOf(process) - started) <= CLOCKS_DIFFER)
                .isPresent();
    }

    private static Optional<RunningInstance> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new RunningInstance(
                        Long.parseLong(written.group(1)), port(written.group(2)), Long.parseLong(written.group(3))))
                : Optional.empty();
    }

    private static OptionalInt port(String number) {
        int port = Integer.parseInt(number);
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}

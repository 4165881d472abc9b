package be.vakoogst.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** CPU time: on a machine that others use too, it says more than the clock. Of the database, that of the sessions which are still there. */
record Spent(Duration program, Duration engine, Duration database) {

    /** @param data the folder of the embedded parts */
    static Spent now(Path data) {
        ProcessHandle program = ProcessHandle.current();
        return new Spent(cpu(program), cpu(program.descendants()), cpu(database(data)));
    }

    /** No child of ours: it is started by a program that ends. */
    private static Stream<ProcessHandle> database(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("database/data/postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Duration cpu(Stream<ProcessHandle> processes) {
        return processes.map(Spent::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Spent since(Spent before) {
        return new Spent(program.minus(before.program), engine.minus(before.engine), database.minus(before.database));
    }

    String each(int many) {
        return String.format(
                Locale.ROOT,
                "%.3f ms here, %.3f in the engine, %.3f in the database",
                program.toNanos() / 1e6 / many,
                engine.toNanos() / 1e6 / many,
                database.toNanos() / 1e6 / many);
    }
}

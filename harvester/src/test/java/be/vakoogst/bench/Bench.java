package be.vakoogst.bench;

import be.vakoogst.Vakoogst;
import be.vakoogst.cli.CommandLineInterface;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One measurement: runs things, keeps a row of each, and prints the table with its aims. */
final class Bench {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String unit;
    private final int many;
    private final Path folder;
    private final List<String> rows = new ArrayList<>();
    private final List<String> aims = new ArrayList<>();
    private long counted = MACHINE.getProcessCpuTime();

    /**
     * @param unit what is counted, in the plural
     * @param many how many of them
     * @param folder an empty one to work in
     */
    Bench(String unit, int many, Path folder) {
        this.unit = unit;
        this.many = many;
        this.folder = folder;
    }

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    /** Arguments of every measurement: the address to harvest, how many there are, an empty folder to work in. */
    static void exitAfter(Work measurement) throws Exception {
        int code = 1;
        try {
            measurement.run();
            code = 0;
        } finally {
            System.exit(code);
        }
    }

    /** @return how many a second */
    double row(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return row(what, (System.nanoTime() - start) / 1_000_000);
    }

    /** Beside the time by the clock, that of the processors since the row before: what else the machine does changes the one, not the other. */
    double row(String what, long millis) {
        double rate = many * 1000.0 / Math.max(1, millis);
        double busy = (MACHINE.getProcessCpuTime() - counted) / 1e9;
        counted = MACHINE.getProcessCpuTime();
        say("  %-44s %8.1f s %10.0f %s/s %8.1f s of processor".formatted(what, millis / 1000.0, rate, unit, busy));
        return rate;
    }

    /** Rows are shown as they come, too, as a measurement may take minutes. */
    void say(String row) {
        rows.add(row);
        System.err.println(row);
    }

    /** @param least the share of the limit that is aimed at */
    void aimAtLeast(String what, double reached, double limit, double least) {
        aim(what, reached / limit, reached >= limit * least, "at least " + percent(least));
    }

    /** @param most the share of the first one's time that is aimed at */
    void aimAtMost(String what, double millis, double first, double most) {
        aim(what, millis / first, millis <= first * most, "at most " + percent(most));
    }

    private void aim(String what, double share, boolean met, String wanted) {
        aims.add("  %-44s %8s, aim: %-14s %s".formatted(what, percent(share), wanted, met ? "met" : "MISSED"));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /** The command line's own dry run; fails unless it gave every record. */
    void dryRun(String address, String... options) {
        List<String> command = new ArrayList<>(List.of("harvest", address, "--dry-run", "--delay=0s"));
        command.addAll(List.of("--concurrency=32", "--out=" + folder.resolve("records.jsonl")));
        command.addAll(List.of(options));
        int code = CommandLineInterface.run(Vakoogst.class, environment(), command.toArray(String[]::new));
        require(code == 0 && lines() == many, "the dry run gave " + lines() + " records, exit code " + code);
    }

    /** Counted as bytes: reading them as text took a twentieth of the time of a run that this measures. */
    private long lines() {
        byte[] portion = new byte[1 << 16];
        long lines = 0;
        try (InputStream records = Files.newInputStream(folder.resolve("records.jsonl"))) {
            for (int read = records.read(portion); read >= 0; read = records.read(portion)) {
                for (int at = 0; at < read; at++) {
                    lines += portion[at] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("VAKOOGST_ALLOW_PRIVATE", "127.0.0.1");
        environment.put("VAKOOGST_DATA", folder.resolve("data").toString());
        return environment;
    }

    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }

    void print() {
        System.out.printf(
                Locale.ROOT,
                "%n%d %s, %d processors, heap of at most %d MB%n",
                many,
                unit,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        rows.forEach(System.out::println);
        aims.forEach(System.out::println);
    }
}

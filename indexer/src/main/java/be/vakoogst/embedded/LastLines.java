package be.vakoogst.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, read without reading all of it. */
final class LastLines {

    private static final int BYTES = 8192;

    private LastLines() {}

    /** At most {@code count} lines, each with its line end; empty when there is no such file. */
    static String of(Path file, int count) {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - BYTES));
            byte[] end = new byte[(int) Math.min(BYTES, log.length() - log.getFilePointer())];
            log.readFully(end);
            return last(new String(end, StandardCharsets.UTF_8).lines().toList(), count);
        } catch (IOException unreadable) {
            return file + ": " + unreadable + System.lineSeparator();
        }
    }

    private static String last(List<String> lines, int count) {
        List<String> kept = lines.subList(Math.max(0, lines.size() - count), lines.size());
        return kept.isEmpty() ? "" : String.join(System.lineSeparator(), kept) + System.lineSeparator();
    }
}

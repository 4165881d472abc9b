package be.vakoogst.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * How far reading documents goes. They are read in processes of their own, so that one that hangs or eats memory costs itself alone.
 *
 * @param processes each with its own memory; started at the first document, ended when idle
 * @param together documents that each process reads at the same time; of those that were at hand when one ended, each is read once more alone,
 *     in one process more
 * @param time for one document; then its process is killed
 * @param memory heap of each process; a document that needs more, alone, ends its process
 * @param unpacked bytes that an archive may hold, with all archives within it
 * @param nesting how deep archives and attachments may lie within each other
 * @param parts files within an archive that are read; further ones are listed only
 * @param ocr whether scanned pages are read by Tesseract, where it is installed
 */
@ConfigurationProperties("vakoogst.document")
public record DocumentSettings(
        @DefaultValue(PROCESSES) int processes,
        @DefaultValue(TOGETHER) int together,
        @DefaultValue(TIME) Duration time,
        @DefaultValue(MEMORY) DataSize memory,
        @DefaultValue(UNPACKED) DataSize unpacked,
        @DefaultValue(NESTING) int nesting,
        @DefaultValue(PARTS) int parts,
        @DefaultValue(OCR) boolean ocr) {

    private static final String PROCESSES = "1";
    private static final String TOGETHER = "2";
    private static final String TIME = "60s";
    private static final String MEMORY = "256MB";
    private static final String UNPACKED = "1GB";
    private static final String NESTING = "5";
    private static final String PARTS = "1000";
    private static final String OCR = "true";

    public static final DocumentSettings DEFAULT = new DocumentSettings(
            Integer.parseInt(PROCESSES),
            Integer.parseInt(TOGETHER),
            DurationStyle.SIMPLE.parse(TIME),
            DataSize.parse(MEMORY),
            DataSize.parse(UNPACKED),
            Integer.parseInt(NESTING),
            Integer.parseInt(PARTS),
            Boolean.parseBoolean(OCR));

    public DocumentSettings {
        require(processes >= 1 && processes <= 64, "processes", processes, "1 to 64");
        require(together >= 1 && together <= 64, "together", together, "1 to 64");
        require(time.isPositive(), "time", time, "a duration above 0s");
        require(memory.toMegabytes() >= 64, "memory", memory, "at least 64MB");
        require(unpacked.toBytes() > 0, "unpacked", unpacked, "a size above 0B");
        require(nesting >= 1 && nesting <= 50, "nesting", nesting, "1 to 50");
        require(parts >= 1, "parts", parts, "at least 1");
    }

    private static void require(boolean right, String key, Object value, String allowed) {
        if (!right) {
            throw new IllegalArgumentException(
                    "vakoogst.document.%s is '%s' and must be %s".formatted(key, value, allowed));
        }
    }

    int atOnce() {
        return processes * together;
    }

    /** The limits that a document must keep from within. */
    Limits limits() {
        return new Limits(unpacked.toBytes(), nesting, parts, ocr, time.dividedBy(2));
    }

    /**
     * As the reading process is told them, and checks them itself.
     *
     * @param ocrTime after which no further scanned page is begun, and the one at hand is given up: the rest of the time is for all else
     */
    public record Limits(long unpacked, int nesting, int parts, boolean ocr, Duration ocrTime) {

        static final String PROPERTY = "vakoogst.document.limits";

        String written() {
            return "%d,%d,%d,%b,%s".formatted(unpacked, nesting, parts, ocr, ocrTime);
        }

        public static Limits given() {
            String[] values = System.getProperty(PROPERTY, "").split(",");
            return new Limits(
                    Long.parseLong(values[0]),
                    Integer.parseInt(values[1]),
                    Integer.parseInt(values[2]),
                    Boolean.parseBoolean(values[3]),
                    Duration.parse(values[4]));
        }
    }
}

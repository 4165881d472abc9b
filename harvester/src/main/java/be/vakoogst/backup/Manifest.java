package be.vakoogst.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup.
 *
 * @param format raised when an older Vakoogst can no longer read it
 * @param migrations versions of the migrations that the database had
 * @param tables rows by table, in an order in which they can be filled
 * @param sequences the last number that each gave out
 */
record Manifest(
        int format, Instant at, List<String> migrations, Map<String, Long> tables, Map<String, Long> sequences) {

    static final String ENTRY = "manifest.json";
    static final int FORMAT = 1;

    static String entryOf(String table) {
        return "tables/" + table + ".csv";
    }
}

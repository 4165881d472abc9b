package be.vakoogst.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the database: all are kept but those that are named here, so that a new one is never forgotten. */
final class Tables {

    /** Made anew (index, facts), of no use elsewhere (sessions, jobs, schedules), or told twice if they came back (mails, webhooks). */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "flyway_schema_history|index_position|index_rejection|index_check"
                    + "|record_facts|facts_position|scheduled_tasks|spring_session.*|batch_.*|preview|outgoing_mail|outgoing_webhook");

    private Tables() {}

    /** In an order in which each comes behind those that it refers to. */
    static List<String> kept(JdbcClient database) {
        Set<String> left = new TreeSet<>(database.sql(
                        "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list());
        left.removeIf(table -> LEFT_OUT.matcher(table).matches());
        Map<String, Set<String>> references = references(database);
        Set<String> ordered = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> references.getOrDefault(table, Set.of()).stream()
                            .allMatch(other -> other.equals(table) || !left.contains(other)))
                    .toList();
            if (free.isEmpty()) {
                throw new BackupFailed("These tables refer to each other in circles: " + left);
            }
            ordered.addAll(free);
            free.forEach(left::remove);
        }
        return new ArrayList<>(ordered);
    }

    private static Map<String, Set<String>> references(JdbcClient database) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        database.sql("""
                        select t.relname as name, o.relname as other from pg_constraint c
                        join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid
                        where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace
                        """).query(row -> {
            references
                    .computeIfAbsent(row.getString("name"), any -> new TreeSet<>())
                    .add(row.getString("other"));
        });
        return references;
    }

    static Map<String, Long> sequences(JdbcClient database) {
        Map<String, Long> last = new LinkedHashMap<>();
        database.sql("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null order by sequencename
                        """).query(row -> {
            last.put(row.getString("sequencename"), row.getLong("last_value"));
        });
        last.keySet().removeIf(sequence -> LEFT_OUT.matcher(sequence).matches());
        return last;
    }
}

package be.vakoogst.facts;

import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts in the database. */
class FactsTable {

    /** "facts" in ASCII: reading changes is done by one node at a time. */
    private static final long LOCK = 0x6661637473L;

    private final JdbcClient database;

    FactsTable(JdbcClient database) {
        this.database = database;
    }

    /** Whether nobody else reads changes until the transaction ends. */
    boolean alone() {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Up to where these rules have read; none where others have. */
    ChangeNumber position(String definition) {
        return database.sql("select change_number from facts_position where definition = :definition")
                .param("definition", definition)
                .query(Long.class)
                .optional()
                .map(ChangeNumber::new)
                .orElse(ChangeNumber.NONE);
    }

    void reached(String definition, ChangeNumber number) {
        database.sql("""
                        insert into facts_position (definition, change_number) values (:definition, :number)
                        on conflict (singleton) do update set definition = excluded.definition, change_number = excluded.change_number
                        """)
                .param("definition", definition)
                .param("number", number.value())
                .update();
    }

    void forget(Collection<ResourceId> ids) {
        database.sql("delete from record_facts where resource_id = any (?)")
                .param(ids.stream().map(ResourceId::value).toArray(String[]::new))
                .update();
    }

    /** A record with what was read off it. */
    record Observed(CatalogueRecord record, LearningResource resource, Set<Fact> facts) {

        private List<String> trades() {
            return Observing.trades(resource).stream().sorted().distinct().toList();
        }
    }

    /** Each record once. */
    void write(List<Observed> rows) {
        database.sql("""
                        insert into record_facts (resource_id, source_id, title, url, shown, trades, facts)
                        select id, source_id, title, url, shown, trades::text[], facts::text[]
                        from unnest(:ids::text[], :sources::text[], :titles::text[], :urls::text[], :shown::boolean[],
                                    :trades::text[], :facts::text[]) as o (id, source_id, title, url, shown, trades, facts)
                        on conflict (resource_id) do update set source_id = excluded.source_id, title = excluded.title,
                            url = excluded.url, shown = excluded.shown, trades = excluded.trades, facts = excluded.facts
                        """)
                .param("ids", column(rows, row -> row.record().id().value()))
                .param(
                        "sources",
                        column(
                                rows,
                                row -> row.resource().origin().source().id().value()))
                .param("titles", column(rows, row -> row.resource().title().replace("\0", "")))
                .param("urls", column(rows, row -> row.resource().url().toString()))
                .param(
                        "shown",
                        rows.stream()
                                .map(row -> row.record().shown().isPresent())
                                .toArray(Boolean[]::new))
                .param("trades", column(rows, row -> array(row.trades().stream())))
                .param("facts", column(rows, row -> array(row.facts().stream().map(Fact::toString))))
                .update();
    }

    private static String[] column(List<Observed> rows, Function<Observed, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    /** As PostgreSQL writes an array, because {@code unnest} takes arrays of one length only. */
    private static String array(Stream<String> values) {
        return values.map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Of the shown records, by the trades that they are filed under together. */
    List<Counts.Row> counts() {
        return database.sql("""
                        select trades, fact, count(*) as records
                        from record_facts, unnest(facts || '{all}'::text[]) as fact where shown group by trades, fact
                        """)
                .query((row, number) -> new Counts.Row(
                        strings(row.getArray("trades")),
                        Optional.of(row.getString("fact"))
                                .filter(fact -> !fact.equals("all"))
                                .map(Fact::parse),
                        row.getLong("records")))
                .list();
    }

    List<Facts.Holding> records(RecordFilter filter, String after, int limit) {
        return database.sql("""
                        select resource_id, source_id, title, url, trades from record_facts
                        where resource_id > :after and (shown or not :shown) and facts @> :facts::text[]
                        and (cardinality(:trades::text[]) = 0 or trades && :trades::text[])
                        order by resource_id limit :limit
                        """)
                .param("after", after)
                .param("shown", filter.shownOnly())
                .param("facts", texts(filter.all()))
                .param("trades", filter.anyTrade().toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> holding(row))
                .list();
    }

    long count(RecordFilter filter) {
        return database.sql("""
                        select count(*) from record_facts where (shown or not :shown) and facts @> :facts::text[]
                        and (cardinality(:trades::text[]) = 0 or trades && :trades::text[])
                        """)
                .param("shown", filter.shownOnly())
                .param("facts", texts(filter.all()))
                .param("trades", filter.anyTrade().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Facts.Holding holding(ResultSet row) throws SQLException {
        return new Facts.Holding(
                new ResourceId(row.getString("resource_id")),
                new SourceId(row.getString("source_id")),
                row.getString("title"),
                URI.create(row.getString("url")),
                strings(row.getArray("trades")));
    }

    private static String[] texts(Collection<Fact> facts) {
        return facts.stream().map(Fact::toString).toArray(String[]::new);
    }

    private static List<String> strings(Array array) {
        try {
            return Stream.of(array.getArray())
                    .flatMap(values -> Arrays.stream((String[]) values))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("An array of PostgreSQL cannot be read", e);
        }
    }
}

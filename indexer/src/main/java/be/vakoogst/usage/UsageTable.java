package be.vakoogst.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts in the database. */
class UsageTable {

    /** Fewer clicks say nothing yet, and could be one person's. */
    private static final int LEAST_CLICKS = 3;

    /** A query that fewer have asked could be one person's. */
    private static final int LEAST_ASKED = 3;

    private static final int MOST_CLICKED = 10;
    private static final int MOST_ASKED = 100;

    private static final String USES = """
            select resource_id, views, 0 as clicks from view_count where day >= :from
            union all select resource_id, 0, clicks from click_count where day >= :from
            """;

    private final JdbcClient database;

    UsageTable(JdbcClient database) {
        this.database = database;
    }

    int forget(Instant before) {
        LocalDate day = before.atZone(ZoneOffset.UTC).toLocalDate();
        return database.sql("delete from search_count where day < :day")
                        .param("day", day)
                        .update()
                + database.sql("delete from click_count where day < :day")
                        .param("day", day)
                        .update();
    }

    record Searched(LocalDate day, String query, String trade) {}

    record Clicked(LocalDate day, String query, String resourceId) {}

    record Viewed(LocalDate day, String resourceId) {}

    /**
     * Each kind in one statement, as every statement waits for the disk by itself; in one order, so that nodes do not wait for each other in a circle.
     *
     * @param searches how many, and how many of them found nothing
     */
    void add(Map<Searched, long[]> searches, Map<Clicked, Long> clicks, Map<Viewed, Long> views) {
        addSearches(searches);
        addClicks(clicks);
        addViews(views);
    }

    private void addSearches(Map<Searched, long[]> searches) {
        if (!searches.isEmpty()) {
            Collection<long[]> counts = searches.values();
            database.sql("""
                            insert into search_count (day, query, trade, searches, without_result)
                            select * from unnest(:days::date[], :queries, :trades, :searches, :nothing) order by 1, 2, 3
                            on conflict (day, query, trade) do update
                            set searches = search_count.searches + excluded.searches,
                                without_result = search_count.without_result + excluded.without_result
                            """)
                    .param("days", texts(searches, Searched::day))
                    .param("queries", texts(searches, Searched::query))
                    .param("trades", texts(searches, Searched::trade))
                    .param(
                            "searches",
                            counts.stream().mapToLong(count -> count[0]).toArray())
                    .param(
                            "nothing",
                            counts.stream().mapToLong(count -> count[1]).toArray())
                    .update();
        }
    }

    private void addClicks(Map<Clicked, Long> clicks) {
        if (!clicks.isEmpty()) {
            database.sql("""
                            insert into click_count (day, query, resource_id, clicks)
                            select * from unnest(:days::date[], :queries, :ids, :clicks) order by 1, 2, 3
                            on conflict (day, query, resource_id) do update set clicks = click_count.clicks + excluded.clicks
                            """)
                    .param("days", texts(clicks, Clicked::day))
                    .param("queries", texts(clicks, Clicked::query))
                    .param("ids", texts(clicks, Clicked::resourceId))
                    .param("clicks", numbers(clicks))
                    .update();
        }
    }

    private void addViews(Map<Viewed, Long> views) {
        if (!views.isEmpty()) {
            database.sql("""
                            insert into view_count (day, resource_id, views)
                            select * from unnest(:days::date[], :ids, :views) order by 1, 2
                            on conflict (day, resource_id) do update set views = view_count.views + excluded.views
                            """)
                    .param("days", texts(views, Viewed::day))
                    .param("ids", texts(views, Viewed::resourceId))
                    .param("views", numbers(views))
                    .update();
        }
    }

    private static <K> String[] texts(Map<K, ?> counts, Function<K, Object> column) {
        return counts.keySet().stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static long[] numbers(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).toArray();
    }

    /** Queries that {@link #shares} knows something of, the most clicked after. */
    Set<String> clicked(int most) {
        return Set.copyOf(database.sql("""
                        select query from click_count where query <> '' group by query having sum(clicks) >= :least
                        order by sum(clicks) desc, query limit :most
                        """)
                .param("least", LEAST_CLICKS)
                .param("most", most)
                .query(String.class)
                .list());
    }

    Map<String, Double> shares(String query) {
        Map<String, Double> shares = new LinkedHashMap<>();
        database.sql("""
                        select resource_id, sum(clicks)::float8 / sum(sum(clicks)) over () as share, sum(sum(clicks)) over () as clicks
                        from click_count where query = :query group by resource_id order by share desc, resource_id limit :most
                        """).param("query", query).param("most", MOST_CLICKED).query(row -> {
            if (row.getLong("clicks") >= LEAST_CLICKS) {
                shares.put(row.getString("resource_id"), row.getDouble("share"));
            }
        });
        return Map.copyOf(shares);
    }

    List<String> asked(String start, int most) {
        return database.sql("""
                        select query from search_count
                        where starts_with(query, :start) and query <> ''
                        group by query having sum(searches) - sum(without_result) >= :least
                        order by sum(searches) desc, query limit :most
                        """)
                .param("start", start)
                .param("least", LEAST_ASKED)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<UsageReport.Day> days(LocalDate from, LocalDate to) {
        return database.sql("""
                        select d.day, coalesce(s.searches, 0) as searches, coalesce(s.without_result, 0) as without_result,
                               coalesce(c.clicks, 0) as clicks
                        from (select day from search_count union select day from click_count) d
                        left join (select day, sum(searches) as searches, sum(without_result) as without_result
                                   from search_count group by day) s on s.day = d.day
                        left join (select day, sum(clicks) as clicks from click_count group by day) c on c.day = d.day
                        where d.day between :from and :to order by d.day
                        """)
                .param("from", from)
                .param("to", to)
                .query(UsageReport.Day.class)
                .list();
    }

    List<UsageReport.ByQuery> queries(LocalDate from, LocalDate to, boolean withoutResult, int most) {
        return database.sql("""
                        select s.query, sum(s.searches) as searches, sum(s.without_result) as without_result,
                               coalesce((select sum(c.clicks) from click_count c
                                         where c.query = s.query and c.day between :from and :to), 0) as clicks
                        from search_count s where s.day between :from and :to
                        group by s.query having not :nothing or sum(s.without_result) > 0
                        order by case when :nothing then sum(s.without_result) else sum(s.searches) end desc, s.query limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("nothing", withoutResult)
                .param("most", most)
                .query(UsageReport.ByQuery.class)
                .list();
    }

    List<UsageReport.ByTrade> trades(LocalDate from, LocalDate to) {
        return database.sql("""
                        select trade, sum(searches) as searches, sum(without_result) as without_result
                        from search_count where day between :from and :to group by trade order by searches desc, trade
                        """)
                .param("from", from)
                .param("to", to)
                .query(UsageReport.ByTrade.class)
                .list();
    }

    List<UsageReport.ByResource> resources(LocalDate from, LocalDate to, int most) {
        return database.sql("""
                        select resource_id, sum(clicks) as clicks from click_count where day between :from and :to
                        group by resource_id order by clicks desc, resource_id limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(UsageReport.ByResource.class)
                .list();
    }

    /** Of some resources those that were looked at. */
    List<Usage.Use> uses(Collection<String> ids, LocalDate from) {
        return database.sql("""
                        select u.resource_id as of, sum(u.views)::bigint as views, sum(u.clicks)::bigint as clicks from (%s) u
                        where u.resource_id = any (:ids) group by u.resource_id
                        """.formatted(USES))
                .param("from", from)
                .param("ids", ids.toArray(String[]::new))
                .query(Usage.Use.class)
                .list();
    }

    List<Usage.Use> usesByTrade(Collection<String> sources, LocalDate from) {
        return database.sql("""
                        select trade as of, sum(u.views)::bigint as views, sum(u.clicks)::bigint as clicks
                        from (%s) u join resource r on r.id = u.resource_id
                        cross join lateral unnest(r.trades) as trade
                        where r.source_id = any (:sources) group by 1 order by clicks desc, views desc, 1
                        """.formatted(USES))
                .param("from", from)
                .param("sources", sources.toArray(String[]::new))
                .query(Usage.Use.class)
                .list();
    }

    List<Usage.Unmet> unmet(Collection<String> trades, LocalDate from, int most) {
        return database.sql("""
                        select query, sum(without_result)::bigint as searches from search_count
                        where trade = any (:trades) and day >= :from and query <> ''
                        group by query having sum(without_result) >= :least order by searches desc, query limit :most
                        """)
                .param("trades", trades.toArray(String[]::new))
                .param("from", from)
                .param("least", LEAST_ASKED)
                .param("most", most)
                .query(Usage.Unmet.class)
                .list();
    }

    Map<String, Usage.Demand> demand(LocalDate from, LocalDate to) {
        return trades(from, to).stream()
                .collect(Collectors.toMap(
                        UsageReport.ByTrade::trade, each -> new Usage.Demand(each.searches(), each.withoutResult())));
    }

    List<Usage.Asked> askedAbout(String trade, LocalDate from, LocalDate to) {
        return database.sql("""
                        select case when place > :most or searches < :least then '' else query end as query,
                               sum(searches) as searches, sum(without_result) as without_result
                        from (select query, sum(searches) as searches, sum(without_result) as without_result,
                                     row_number() over (order by sum(without_result) desc, sum(searches) desc, query) as place
                              from search_count where trade = :trade and day between :from and :to group by query) as asked
                        group by 1 order by without_result desc, searches desc, 1
                        """)
                .param("trade", trade)
                .param("from", from)
                .param("to", to)
                .param("least", LEAST_ASKED)
                .param("most", MOST_ASKED)
                .query(Usage.Asked.class)
                .list();
    }
}

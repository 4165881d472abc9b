package be.vakoogst.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clicks by the trades of what was clicked: reads what the rooms usage and facts keep, together, as either alone would be the whole of it. */
class ClickTable {

    private static final String CLICKED = """
            from (select resource_id, sum(clicks) as clicks from click_count
                  where day between :from and :to group by resource_id) as clicked
            join record_facts f on f.resource_id = clicked.resource_id
            """;

    private static final int MOST = 100;

    private final JdbcClient database;

    ClickTable(JdbcClient database) {
        this.database = database;
    }

    /** A resource and how often it was opened; what templates call is public. */
    public record Clicked(String id, String title, long clicks) {}

    Map<String, Long> byTrade(Period period) {
        Map<String, Long> clicks = new HashMap<>();
        database.sql("select trade, sum(clicks) as clicks " + CLICKED
                        + "cross join lateral unnest(f.trades) as trade group by trade")
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    clicks.put(row.getString("trade"), row.getLong("clicks"));
                });
        return clicks;
    }

    long all(Period period) {
        return database.sql("select coalesce(sum(clicks), 0) " + CLICKED)
                .param("from", period.from())
                .param("to", period.to())
                .query(Long.class)
                .single();
    }

    /** The resources of a trade that were opened, most often first, a hundred at most. */
    List<Clicked> of(String trade, Period period) {
        return database.sql(
                        "select f.resource_id as id, f.title, clicked.clicks " + CLICKED
                                + "where f.trades @> array[:trade]::text[] order by clicked.clicks desc, f.resource_id limit :most")
                .param("from", period.from())
                .param("to", period.to())
                .param("trade", trade)
                .param("most", MOST)
                .query(Clicked.class)
                .list();
    }
}

package be.vakoogst.catalogue;

import static java.util.stream.Collectors.groupingBy;

import be.vakoogst.resource.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators said of the trades of records. The catalogue applies it to whatever it accepts. Safe for many threads and nodes. */
public final class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often the classifier had said by itself what operators said.
     *
     * @param week its Monday
     * @param corrections made in that week that still hold
     */
    public record Agreement(LocalDate week, long corrections, long agreed) {}

    /** Takes the place of what was said of the same resource and trade before. */
    public void set(Correction correction) {
        jdbc.sql("""
                        insert into trade_correction (resource_id, trade, verdict, judged, actor, at, why)
                        values (:resource, :trade, :verdict, :judged, :by, :at, :why)
                        on conflict (resource_id, trade) do update set verdict = excluded.verdict,
                            judged = excluded.judged, actor = excluded.actor, at = excluded.at, why = excluded.why""")
                .param("resource", correction.resource().value())
                .param("trade", correction.trade())
                .param("verdict", correction.verdict().code())
                .param("judged", correction.judged().orElse(null), Types.DOUBLE)
                .param("by", correction.by())
                .param("at", ResourceTable.utc(correction.at()))
                .param("why", correction.why())
                .update();
    }

    /** What was said no longer holds. */
    public void remove(ResourceId resource, String trade) {
        jdbc.sql("delete from trade_correction where resource_id = ? and trade = ?")
                .param(resource.value())
                .param(trade)
                .update();
    }

    /** What was said of these, by resource; nothing for those of which nothing was said. */
    public Map<ResourceId, List<Correction>> of(Collection<ResourceId> ids) {
        return jdbc
                .sql("select * from trade_correction where resource_id = any(?) order by trade")
                .param(ResourceTable.texts(ids, ResourceId::value))
                .query(Corrections::correction)
                .list()
                .stream()
                .collect(groupingBy(Correction::resource));
    }

    /** The latest first. */
    public List<Correction> latest(long from, int limit) {
        return jdbc.sql("select * from trade_correction order by at desc, resource_id, trade offset ? limit ?")
                .param(from)
                .param(limit)
                .query(Corrections::correction)
                .list();
    }

    /** By week, the latest first. */
    public List<Agreement> agreement(int weeks) {
        return jdbc.sql("""
                        select date_trunc('week', at at time zone 'UTC')::date as week, count(*) as many,
                               count(*) filter (where (judged is not null) <> (verdict = 'remove')) as agreed
                        from trade_correction group by week order by week desc limit ?""")
                .param(weeks)
                .query((row, index) -> new Agreement(
                        row.getObject("week", LocalDate.class), row.getLong("many"), row.getLong("agreed")))
                .list();
    }

    /** The least certain first: those whose likeliest trade has the lowest score. Records of no trade are not among them. */
    public List<ResourceId> leastCertain(long from, int limit) {
        return jdbc.sql("select id from resource where certainty < 1 order by certainty, id offset ? limit ?")
                .param(from)
                .param(limit)
                .query((row, index) -> new ResourceId(row.getString("id")))
                .list();
    }

    /** The same batch, filed as was said. */
    List<Submission> applied(List<Submission> batch) {
        Map<ResourceId, List<Correction>> said =
                of(batch.stream().map(each -> each.resource().id()).toList());
        return said.isEmpty()
                ? batch
                : batch.stream()
                        .map(each ->
                                applied(each, said.getOrDefault(each.resource().id(), List.of())))
                        .toList();
    }

    private static Submission applied(Submission submission, List<Correction> said) {
        return said.isEmpty()
                ? submission
                : new Submission(Correction.apply(said, submission.resource()), submission.payloads());
    }

    private static Correction correction(ResultSet row, int index) throws SQLException {
        return new Correction(
                new ResourceId(row.getString("resource_id")),
                row.getString("trade"),
                Correction.Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("judged", Double.class)),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}

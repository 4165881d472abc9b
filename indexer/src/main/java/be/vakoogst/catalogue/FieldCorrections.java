package be.vakoogst.catalogue;

import static java.util.stream.Collectors.groupingBy;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators said of the fields of records. The catalogue applies it to whatever it accepts. Safe for many threads and nodes. */
public final class FieldCorrections {

    private final JdbcClient jdbc;

    FieldCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of what was said of the same field before; what the resource states itself is noted when it is next taken in. */
    public void set(FieldCorrection correction) {
        jdbc.sql("""
                        insert into field_correction (resource_id, field, value, actor, at, why)
                        values (:resource, :field, :value::json, :by, :at, :why)
                        on conflict (resource_id, field) do update set value = excluded.value,
                            actor = excluded.actor, at = excluded.at, why = excluded.why""")
                .param("resource", correction.resource().value())
                .param("field", correction.field().code())
                .param("value", correction.value().map(Object::toString).orElse(null))
                .param("by", correction.by())
                .param("at", ResourceTable.utc(correction.at()))
                .param("why", correction.why())
                .update();
    }

    void remove(FieldCorrection correction) {
        jdbc.sql("delete from field_correction where resource_id = ? and field = ?")
                .param(correction.resource().value())
                .param(correction.field().code())
                .update();
    }

    /** What was said of a resource, by field. */
    public List<FieldCorrection> of(ResourceId id) {
        return of(List.of(id)).getOrDefault(id, List.of());
    }

    /** By resource; nothing for those of which nothing was said. */
    Map<ResourceId, List<FieldCorrection>> of(Collection<ResourceId> ids) {
        return jdbc
                .sql("select * from field_correction where resource_id = any(?) order by field")
                .param(ResourceTable.texts(ids, ResourceId::value))
                .query(FieldCorrections::correction)
                .list()
                .stream()
                .collect(groupingBy(FieldCorrection::resource));
    }

    /** The latest first. */
    public List<FieldCorrection> latest(long from, int limit) {
        return jdbc.sql("select * from field_correction order by at desc, resource_id, field offset ? limit ?")
                .param(from)
                .param(limit)
                .query(FieldCorrections::correction)
                .list();
    }

    /** The same batch with what was said. */
    static List<Submission> applied(List<Submission> batch, Map<ResourceId, List<FieldCorrection>> said) {
        return said.isEmpty()
                ? batch
                : batch.stream()
                        .map(each ->
                                applied(each, said.getOrDefault(each.resource().id(), List.of())))
                        .toList();
    }

    private static Submission applied(Submission submission, List<FieldCorrection> said) {
        LearningResource resource = submission.resource();
        for (FieldCorrection correction : said) {
            resource = correction.apply(resource);
        }
        return said.isEmpty() ? submission : new Submission(resource, submission.payloads());
    }

    /** Notes what records state themselves of fields that were corrected, to go back to. */
    void note(List<Submission> batch, Map<ResourceId, List<FieldCorrection>> said) {
        for (Submission each : batch) {
            for (FieldCorrection correction : said.getOrDefault(each.resource().id(), List.of())) {
                StatedValue own = StatedValue.of(correction.field(), each.resource());
                if (!own.isOperators()) {
                    note(correction, own);
                }
            }
        }
    }

    private void note(FieldCorrection correction, StatedValue own) {
        jdbc.sql("update field_correction set stated = ?::json where resource_id = ? and field = ?")
                .param(ResourceJson.mapper().writeValueAsString(own))
                .param(correction.resource().value())
                .param(correction.field().code())
                .update();
    }

    private static FieldCorrection correction(ResultSet row, int index) throws SQLException {
        return new FieldCorrection(
                new ResourceId(row.getString("resource_id")),
                CorrectableField.named(row.getString("field")).orElseThrow(),
                Optional.ofNullable(row.getString("value"))
                        .map(value -> ResourceJson.mapper().readTree(value)),
                Optional.ofNullable(row.getString("stated"))
                        .map(stated -> ResourceJson.mapper().readValue(stated, StatedValue.class)),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}

package be.vakoogst.catalogue;

import static be.vakoogst.catalogue.ResourceTable.texts;
import static be.vakoogst.catalogue.ResourceTable.utc;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code move}: which address takes the place of which. The place that a record moved to last leads nowhere, so that following
 * always ends.
 */
final class MoveTable {

    /** The syntax of an address that a redirect gave. */
    private static final String REDIRECT = "redirect";

    private final JdbcClient jdbc;

    MoveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was seen first stays the evidence, so that a record is the same at each run. */
    void add(List<Move> moves, Instant now) {
        for (Move move : moves) {
            stays(Map.of(move.resource(), move.to()));
            jdbc.sql("""
                            insert into move (resource_id, from_url, to_url, evidence, at) values (?, ?, ?, ?, ?)
                            on conflict (resource_id, from_url) do update
                            set to_url = excluded.to_url, evidence = excluded.evidence, at = excluded.at
                            where move.to_url <> excluded.to_url""")
                    .param(move.resource().value())
                    .param(move.from().toString())
                    .param(move.to().toString())
                    .param(move.evidence())
                    .param(utc(now))
                    .update();
        }
    }

    /** That addresses answer by themselves. */
    void stays(Map<ResourceId, URI> addresses) {
        if (!addresses.isEmpty()) {
            List<Map.Entry<ResourceId, URI>> rows = List.copyOf(addresses.entrySet());
            jdbc.sql("delete from move where (resource_id, from_url) in (select * from unnest(?::text[], ?::text[]))")
                    .param(texts(rows, row -> row.getKey().value()))
                    .param(texts(rows, row -> row.getValue().toString()))
                    .update();
        }
    }

    /** By record, and by the address that led elsewhere. */
    Map<ResourceId, Map<URI, Move>> of(Collection<ResourceId> ids) {
        Map<ResourceId, Map<URI, Move>> moves = new HashMap<>();
        jdbc.sql("select resource_id, from_url, to_url, evidence from move where resource_id = any(?)")
                .param(texts(ids, ResourceId::value))
                .query((row, index) -> new Move(
                        new ResourceId(row.getString("resource_id")),
                        URI.create(row.getString("from_url")),
                        URI.create(row.getString("to_url")),
                        row.getString("evidence")))
                .list()
                .forEach(move -> moves.computeIfAbsent(move.resource(), id -> new HashMap<>())
                        .put(move.from(), move));
        return moves;
    }

    Optional<ResourceId> movedFrom(URI url) {
        return jdbc.sql("select resource_id from move where from_url = ? order by at desc, resource_id limit 1")
                .param(url.toString())
                .query((row, index) -> new ResourceId(row.getString(1)))
                .optional();
    }

    /** The same batch, each at the address where it is read now. */
    List<Submission> applied(List<Submission> batch) {
        Map<ResourceId, Map<URI, Move>> moves =
                of(batch.stream().map(each -> each.resource().id()).toList());
        return moves.isEmpty()
                ? batch
                : batch.stream()
                        .map(each ->
                                applied(each, moves.getOrDefault(each.resource().id(), Map.of())))
                        .toList();
    }

    private static Submission applied(Submission submission, Map<URI, Move> moves) {
        LearningResource resource = submission.resource();
        Optional<Move> last = last(resource.url(), moves);
        return last.map(move -> new Submission(
                        resource.movedTo(move.to(), new Provenance("url", REDIRECT, move.evidence())),
                        submission.payloads()))
                .orElse(submission);
    }

    /** The last step on the way from an address; empty where it leads nowhere. */
    static Optional<Move> last(URI from, Map<URI, Move> moves) {
        Optional<Move> last = Optional.empty();
        Optional<Move> next = Optional.ofNullable(moves.get(from));
        while (next.isPresent()) {
            last = next;
            next = Optional.ofNullable(moves.get(next.get().to()));
        }
        return last;
    }
}

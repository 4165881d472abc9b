package be.vakoogst.catalogue;

import static be.vakoogst.catalogue.ResourceTable.texts;
import static be.vakoogst.catalogue.ResourceTable.utc;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String COLUMNS = "select resource_id, from_url, to_url, evidence from move ";

    /** Of one address. */
    private static final String WAY_OF_WRITING = "^https?://(www[.])?|/$";

    private final JdbcClient jdbc;

    MoveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was seen first stays the evidence, so that a record is the same at each run.
     *
     * @return the ways back of records that had moved to what turns out to be an overview
     */
    List<Move> add(List<Move> moves, Instant now) {
        List<Move> back = new ArrayList<>();
        for (Move move : moves) {
            Optional<Move> other = from(move);
            other.ifPresent(one -> enterOverview(move, one, now));
            if (isOverview(move.to())) {
                back.addAll(backFrom(move.to()));
            } else {
                enter(move, now);
            }
        }
        back.forEach(move -> enter(move, now));
        return back;
    }

    private void enter(Move move, Instant now) {
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

    /** The move of another record to the same place, from another one: not only written in another way. */
    private Optional<Move> from(Move move) {
        return jdbc.sql(COLUMNS + """
                        where to_url = :to and resource_id <> :id
                          and regexp_replace(from_url, :way, '', 'g') <> regexp_replace(:from, :way, '', 'g')
                        order by resource_id limit 1""")
                .param("to", move.to().toString())
                .param("id", move.resource().value())
                .param("from", move.from().toString())
                .param("way", WAY_OF_WRITING)
                .query(MoveTable::move)
                .optional();
    }

    private void enterOverview(Move move, Move other, Instant now) {
        jdbc.sql("insert into overview_page (url, evidence, at) values (?, ?, ?) on conflict do nothing")
                .param(move.to().toString())
                .param("%s and %s lead here for good".formatted(other.from(), move.from()))
                .param(utc(now))
                .update();
    }

    private List<Move> backFrom(URI overview) {
        return jdbc.sql(COLUMNS + "where to_url = ?").param(overview.toString()).query(MoveTable::move).list().stream()
                .map(move -> new Move(
                        move.resource(),
                        overview,
                        move.from(),
                        "%s is an overview, to which other addresses lead too".formatted(overview)))
                .toList();
    }

    boolean isOverview(URI url) {
        return jdbc.sql("select exists (select from overview_page where url = ?)")
                .param(url.toString())
                .query(Boolean.class)
                .single();
    }

    private static Move move(ResultSet row, int index) throws SQLException {
        return new Move(
                new ResourceId(row.getString("resource_id")),
                URI.create(row.getString("from_url")),
                URI.create(row.getString("to_url")),
                row.getString("evidence"));
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
        jdbc.sql(COLUMNS + "where resource_id = any(?)")
                .param(texts(ids, ResourceId::value))
                .query(MoveTable::move)
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

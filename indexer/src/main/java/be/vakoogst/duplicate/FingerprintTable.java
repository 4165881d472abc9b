package be.vakoogst.duplicate;

import be.vakoogst.resource.Offer;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code fingerprint}, {@code work_key} and {@code same_work}. */
final class FingerprintTable {

    private static final String KNOWN = """
            select f.*, extract(epoch from r.first_seen)::bigint as first_seen
            from fingerprint f join resource r on r.id = f.resource_id
            """;

    private final JdbcClient jdbc;

    FingerprintTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<Fingerprint> fingerprints) {
        if (fingerprints.isEmpty()) {
            return;
        }
        remove(fingerprints.stream().map(Fingerprint::id).toList());
        jdbc.sql("""
                        insert into fingerprint (resource_id, source_id, address, sha256, title, creators, description, text, worth, own, offer, keys)
                        select id, source_id, address, sha256, title, creators, description, text, worth, own, offer::jsonb, keys::bigint[]
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as written
                            (id, source_id, address, sha256, title, creators, description, text, worth, own, offer, keys)""")
                .param(column(fingerprints, one -> one.id().value()))
                .param(column(fingerprints, one -> one.source().value()))
                .param(column(fingerprints, Fingerprint::address))
                .param(column(fingerprints, Fingerprint::sha256))
                .param(column(fingerprints, Fingerprint::title))
                .param(column(fingerprints, one -> String.join("\n", one.creators())))
                .param(fingerprints.stream()
                        .map(one -> one.description().bytes())
                        .toArray(byte[][]::new))
                .param(fingerprints.stream().map(one -> one.text().bytes()).toArray(byte[][]::new))
                .param(fingerprints.stream().mapToLong(Fingerprint::worth).toArray())
                .param(fingerprints.stream().map(Fingerprint::own).toArray(Boolean[]::new))
                .param(column(fingerprints, one -> ResourceJson.mapper().writeValueAsString(one.offer())))
                .param(column(fingerprints, FingerprintTable::keys))
                .update();
        // In the order of their index, so that its pages are passed one after another.
        jdbc.sql("""
                        insert into work_key (key, resource_id)
                        select key, resource_id from fingerprint, unnest(keys) as key where resource_id = any(?) order by key""").param(column(fingerprints, one -> one.id().value())).update();
    }

    /** As PostgreSQL writes an array, because {@code unnest} takes arrays of one length only. */
    private static String keys(Fingerprint fingerprint) {
        return fingerprint.keys().stream().distinct().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    void remove(Collection<ResourceId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from work_key k using fingerprint f
                        where f.resource_id = any(?) and k.key = any(f.keys) and k.resource_id = f.resource_id""").param(texts(ids)).update();
        jdbc.sql("delete from fingerprint where resource_id = any(?)")
                .param(texts(ids))
                .update();
    }

    Map<ResourceId, Works.Known> load(Collection<ResourceId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : known(jdbc.sql(KNOWN + "where f.resource_id = any(?)").param(texts(ids)));
    }

    /** The same of fingerprints that are at hand: only when their records were first seen has to be looked up. */
    Map<ResourceId, Works.Known> known(Collection<Fingerprint> fingerprints) {
        if (fingerprints.isEmpty()) {
            return Map.of();
        }
        Map<ResourceId, Fingerprint> byId =
                fingerprints.stream().collect(Collectors.toMap(Fingerprint::id, Function.identity()));
        Map<ResourceId, Works.Known> known = new HashMap<>();
        jdbc.sql("select id, extract(epoch from first_seen)::bigint as first_seen from resource where id = any(?)")
                .param(texts(byId.keySet()))
                .query(row -> {
                    long firstSeen = row.getLong("first_seen");
                    Optional.ofNullable(byId.get(new ResourceId(row.getString("id"))))
                            .ifPresent(one -> known.put(one.id(), new Works.Known(one, firstSeen)));
                });
        return known;
    }

    /** Records with a key in common with these, without these: these are looked up by hash, as {@code <> all(?)} would go through them for each key. */
    List<ResourceId> neighbours(Collection<ResourceId> ids, int most) {
        return jdbc.sql("""
                        select resource_id from work_key
                        where key = any(array(select unnest(keys) from fingerprint where resource_id = any(?)))
                        except select unnest(?) limit ?""")
                .param(texts(ids))
                .param(texts(ids))
                .param(most)
                .query((row, index) -> new ResourceId(row.getString(1)))
                .list();
    }

    Optional<ResourceId> at(String address) {
        return jdbc.sql("""
                        select f.resource_id from work_key k join fingerprint f on f.resource_id = k.resource_id
                        left join same_work w on w.resource_id = f.resource_id
                        where k.key = ? and f.address = ? and f.address <> ''
                        order by coalesce(w.shown_id, f.resource_id) = f.resource_id desc, f.resource_id limit 1""")
                .param(Fingerprint.addressKey(address))
                .param(address)
                .query((row, index) -> new ResourceId(row.getString(1)))
                .optional();
    }

    private static Map<ResourceId, Works.Known> known(JdbcClient.StatementSpec select) {
        Map<ResourceId, Works.Known> known = new HashMap<>();
        select.query(row -> {
            Fingerprint fingerprint = fingerprint(row);
            known.put(fingerprint.id(), new Works.Known(fingerprint, row.getLong("first_seen")));
        });
        return known;
    }

    private static Fingerprint fingerprint(ResultSet row) throws SQLException {
        return new Fingerprint(
                new ResourceId(row.getString("resource_id")),
                new SourceId(row.getString("source_id")),
                row.getString("address"),
                row.getString("sha256"),
                row.getString("title"),
                creators(row.getString("creators")),
                Sketch.read(row.getBytes("description")),
                Sketch.read(row.getBytes("text")),
                row.getLong("worth"),
                row.getBoolean("own"),
                ResourceJson.mapper().readValue(row.getString("offer"), Offer.class));
    }

    private static Set<String> creators(String lines) {
        return new TreeSet<>(lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n")));
    }

    /** All records of the works that these belong to, without what stands alone. */
    Map<ResourceId, Works.Place> places(Collection<ResourceId> ids) {
        Map<ResourceId, Works.Place> places = new HashMap<>();
        jdbc.sql("""
                        select resource_id, shown_id, because from same_work
                        where shown_id in (select shown_id from same_work where resource_id = any(?))""").param(texts(ids)).query(row -> {
            places.put(
                    new ResourceId(row.getString("resource_id")),
                    new Works.Place(
                            new ResourceId(row.getString("shown_id")),
                            Optional.ofNullable(row.getString("because")).map(FingerprintTable::likeness)));
        });
        return places;
    }

    void place(Set<ResourceId> looked, Map<ResourceId, Works.Place> places) {
        jdbc.sql("delete from same_work where resource_id = any(?)")
                .param(texts(looked))
                .update();
        List<Map.Entry<ResourceId, Works.Place>> rows = List.copyOf(places.entrySet());
        jdbc.sql("insert into same_work (resource_id, shown_id, because) select * from unnest(?, ?, ?)")
                .param(rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.getValue().shown().value()).toArray(String[]::new))
                .param(rows.stream()
                        .map(row -> row.getValue()
                                .because()
                                .map(Offer.Likeness::code)
                                .orElse(null))
                        .toArray(String[]::new))
                .update();
    }

    private static Offer.Likeness likeness(String code) {
        return Offer.Likeness.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static String[] column(Collection<Fingerprint> rows, Function<Fingerprint, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private static String[] texts(Collection<ResourceId> ids) {
        return ids.stream().map(ResourceId::value).toArray(String[]::new);
    }
}

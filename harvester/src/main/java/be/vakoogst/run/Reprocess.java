package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a source's records again from the kept payloads, without a single request. Goes by resource id, which is also its checkpoint. */
class Reprocess {

    private static final int READ_TOGETHER = 100;
    private static final int IN_WORK = 8;

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final Making making;

    Reprocess(JdbcClient database, Catalogue catalogue, Making making) {
        this.database = database;
        this.catalogue = catalogue;
        this.making = making;
    }

    Stream<Harvested> reprocess(Order order) {
        return Stream.iterate(
                        idsAfter(order.source().id(), order.from().value()),
                        ids -> !ids.isEmpty(),
                        ids -> idsAfter(order.source().id(), ids.getLast()))
                .flatMap(List::stream)
                .gather(Gatherers.mapConcurrent(IN_WORK, id -> remake(id, order)))
                .flatMap(Optional::stream);
    }

    private List<String> idsAfter(SourceId source, String id) {
        return database.sql("""
                        select resource_id from item where source_id = :source and not gone and resource_id > :after
                        order by resource_id limit :limit
                        """)
                .param("source", source.value())
                .param("after", id)
                .param("limit", READ_TOGETHER)
                .query(String.class)
                .list();
    }

    private Optional<Harvested> remake(String id, Order order) {
        List<Payload> kept = catalogue.payloads(new ResourceId(id));
        return part(kept, "listing")
                .map(ListedPayload::read)
                .map(item -> resumingAt(item, id))
                .map(item -> making.remake(item, part(kept, "page").map(Reprocess::asFetched), order));
    }

    private static Optional<Payload> part(List<Payload> kept, String part) {
        return kept.stream().filter(payload -> payload.part().equals(part)).findFirst();
    }

    private static Item resumingAt(Item item, String id) {
        return new Item(item.key(), item.url(), item.listed(), item.fingerprint(), item.page(), new Checkpoint(id));
    }

    private static Fetched.Fresh asFetched(Payload payload) {
        KeptType type = KeptType.read(payload.mediaType());
        return new Fetched.Fresh(
                payload.url(),
                Body.of(payload.content()),
                type.mediaType(),
                type.charset(),
                Validators.NONE,
                type.headers());
    }
}

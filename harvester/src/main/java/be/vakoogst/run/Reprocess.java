package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.ItemKey;
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
                        after(order.source().id(), order.from().value()),
                        items -> !items.isEmpty(),
                        items -> after(order.source().id(), items.getLast().id()))
                .flatMap(List::stream)
                .gather(Gatherers.mapConcurrent(IN_WORK, item -> remake(item, order)))
                .flatMap(Optional::stream);
    }

    /** An item by its own name, which its kept listing may not have. */
    private record Kept(String id, ItemKey key) {}

    private List<Kept> after(SourceId source, String id) {
        return database.sql("""
                        select resource_id, item_key from item
                        where source_id = :source and not gone and resource_id > :after
                        order by resource_id limit :limit
                        """)
                .param("source", source.value())
                .param("after", id)
                .param("limit", READ_TOGETHER)
                .query((row, number) -> new Kept(row.getString("resource_id"), new ItemKey(row.getString("item_key"))))
                .list();
    }

    private Optional<Harvested> remake(Kept kept, Order order) {
        List<Payload> payloads = catalogue.payloads(new ResourceId(kept.id()));
        return ListedPayload.in(payloads)
                .map(item -> item.named(kept.key()).resumingFrom(new Checkpoint(kept.id())))
                .map(item -> making.remake(item, KeptPage.of(payloads), order));
    }
}

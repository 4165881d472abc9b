package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine answered to one step's documents. */
final class Acknowledgements implements BulkListener<CatalogueRecord> {

    private static final int VERSION_CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final List<Rejection> rejections = new ArrayList<>();
    private Optional<String> away = Optional.empty();

    /** A document that this index will not take. */
    record Rejection(CatalogueRecord record, String reason) {}

    @Override
    public void beforeBulk(long execution, BulkRequest request, List<CatalogueRecord> records) {
        // nothing to prepare
    }

    @Override
    public synchronized void afterBulk(
            long execution, BulkRequest request, List<CatalogueRecord> records, BulkResponse response) {
        List<BulkResponseItem> items = response.items();
        for (int i = 0; i < items.size(); i++) {
            read(items.get(i), records.get(i));
        }
    }

    @Override
    public synchronized void afterBulk(
            long execution, BulkRequest request, List<CatalogueRecord> records, Throwable failure) {
        away = Optional.of(String.valueOf(failure.getMessage()));
    }

    /** A newer version is there already: fine. A full disk makes an index read-only, which passes. */
    private void read(BulkResponseItem item, CatalogueRecord record) {
        var error = item.error();
        if (error == null || item.status() == VERSION_CONFLICT || item.status() == NOT_FOUND) {
            return;
        }
        boolean blocked = "cluster_block_exception".equals(error.type());
        if (item.status() == TOO_MANY_REQUESTS || item.status() >= 500 || blocked) {
            away = Optional.of(error.type() + ": " + error.reason());
        } else {
            rejections.add(new Rejection(record, error.type() + ": " + error.reason()));
        }
    }

    synchronized void failIfAway(SearchEngine engine) {
        away.ifPresent(why -> {
            throw engine.away(why);
        });
    }

    synchronized List<Rejection> rejections() {
        return List.copyOf(rejections);
    }
}

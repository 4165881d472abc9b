package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** What the engine answered to one step's documents. */
final class Acknowledgements implements BulkListener<CatalogueRecord> {

    private static final int VERSION_CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Answers to a whole request that say something of what is in it: bad request, too large. All others pass, or need an operator. */
    private static final Set<Integer> OF_ITS_CONTENT = Set.of(400, 413);

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<CatalogueRecord> refusedTogether = new ArrayList<>();
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
        String reason = String.valueOf(failure.getMessage());
        if (!OF_ITS_CONTENT.contains(status(failure))) {
            away = Optional.of(reason);
        } else if (records.size() == 1) {
            reject(records.getFirst(), reason);
        } else {
            refusedTogether.addAll(records);
        }
    }

    private static int status(Throwable failure) {
        return switch (failure) {
            case ElasticsearchException refused -> refused.status();
            case TransportException refused -> refused.statusCode();
            case CompletionException wrapped when wrapped.getCause() != null -> status(wrapped.getCause());
            default -> 0;
        };
    }

    /** A newer version is there already: fine. A full disk makes an index read-only, which passes. */
    private void read(BulkResponseItem item, CatalogueRecord record) {
        ErrorCause error = item.error();
        if (error == null || item.status() == VERSION_CONFLICT || item.status() == NOT_FOUND) {
            return;
        }
        boolean blocked = "cluster_block_exception".equals(error.type());
        if (item.status() == TOO_MANY_REQUESTS || item.status() >= 500 || blocked) {
            away = Optional.of(error.type() + ": " + error.reason());
        } else {
            reject(record, reason(error));
        }
    }

    /** What is wrong stands at the end of the causes; the first says only that something is. */
    private static String reason(ErrorCause error) {
        String own = error.type() + ": " + error.reason();
        return error.causedBy() == null ? own : own + "; " + reason(error.causedBy());
    }

    synchronized void reject(CatalogueRecord record, String reason) {
        rejections.add(new Rejection(record, reason));
    }

    synchronized void failIfAway(SearchEngine engine) {
        away.ifPresent(why -> {
            throw engine.away(why);
        });
    }

    synchronized List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** Records of a request that was refused as a whole, because of some of them or of their number. */
    synchronized List<CatalogueRecord> refusedTogether() {
        List<CatalogueRecord> all = List.copyOf(refusedTogether);
        refusedTogether.clear();
        return all;
    }
}

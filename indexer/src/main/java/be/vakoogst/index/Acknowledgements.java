package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the engine answered to one step's documents. Safe for many threads. */
final class Acknowledgements {

    private static final int VERSION_CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Answers to a whole request that say something of what is in it: bad request, too large. All others pass, or need an operator. */
    private static final Set<Integer> OF_ITS_CONTENT = Set.of(400, 413);

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<CatalogueRecord> refusedTogether = new ArrayList<>();
    private final SearchEngine engine;
    private Optional<EngineAway> away = Optional.empty();

    Acknowledgements(SearchEngine engine) {
        this.engine = engine;
    }

    /** A document that this index will not take. */
    record Rejection(CatalogueRecord record, String reason) {}

    /**
     * What was answered to a request.
     *
     * @param answer with an item for each record, in their order
     */
    synchronized void answered(List<CatalogueRecord> records, JsonNode answer) {
        if (answer.path("errors").asBoolean(false)) {
            for (int i = 0; i < records.size(); i++) {
                read(answer.at("/items/" + i).iterator().next(), records.get(i));
            }
        }
    }

    synchronized void refused(List<CatalogueRecord> records, EngineRefused failure) {
        String reason = String.valueOf(failure.getMessage());
        if (!OF_ITS_CONTENT.contains(failure.status())) {
            away = Optional.of(engine.away(reason));
        } else if (records.size() == 1) {
            reject(records.getFirst(), reason);
        } else {
            refusedTogether.addAll(records);
        }
    }

    synchronized void away(EngineAway failure) {
        away = Optional.of(failure);
    }

    /** A newer version is there already: fine. A full disk makes an index read-only, which passes. */
    private void read(JsonNode item, CatalogueRecord record) {
        JsonNode error = item.path("error");
        int status = item.path("status").asInt();
        if (error.isMissingNode() || status == VERSION_CONFLICT) {
            return;
        }
        boolean blocked = "cluster_block_exception".equals(error.path("type").asString());
        if (status == TOO_MANY_REQUESTS || status >= 500 || blocked) {
            away = Optional.of(engine.away(own(error)));
        } else {
            reject(record, reason(error));
        }
    }

    /** What is wrong stands at the end of the causes; the first says only that something is. */
    private static String reason(JsonNode error) {
        return error.has("caused_by") ? own(error) + "; " + reason(error.path("caused_by")) : own(error);
    }

    private static String own(JsonNode error) {
        return error.path("type").asString("") + ": " + error.path("reason").asString("");
    }

    synchronized void reject(CatalogueRecord record, String reason) {
        rejections.add(new Rejection(record, reason));
    }

    synchronized void failIfAway() {
        away.ifPresent(failure -> {
            throw failure;
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

package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Takes an index one step further in the sequence of changes. Repeating a step is harmless: the change number is the document's version. */
class Filling {

    private static final int STEP = 1000;
    private static final int TOGETHER = 500;
    private static final int AT_ONCE = 2;
    private static final long BYTES_AT_ONCE = 5L << 20;

    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final IndexLedger ledger;
    private final SearchDocument documents;

    Filling(SearchEngine engine, Catalogue catalogue, IndexLedger ledger, SearchDocument documents) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.documents = documents;
    }

    /**
     * @return how many changes were carried over; 0: the index is up to date
     * @throws EngineAway when not everything was acknowledged; then the place has not moved
     */
    int step(Indices.Index index) {
        List<CatalogueRecord> changes = catalogue.contentAfter(ledger.position(index), STEP);
        carry(changes, index);
        return changes.size();
    }

    /**
     * As many steps as it takes up to a change; while the engine takes what one brings, the next one is read.
     *
     * @return how many changes were carried over
     * @throws EngineAway as a step does
     */
    long upTo(ChangeNumber goal, Indices.Index index) {
        long total = 0;
        try (Following following = new Following(catalogue, ledger.position(index), goal, STEP)) {
            for (List<CatalogueRecord> changes = following.next(); !changes.isEmpty(); changes = following.next()) {
                carry(changes, index);
                total += changes.size();
            }
        }
        return total;
    }

    private void carry(List<CatalogueRecord> changes, Indices.Index index) {
        if (changes.isEmpty()) {
            return;
        }
        Acknowledgements answers = new Acknowledgements();
        send(changes, TOGETHER, index, answers);
        send(answers.refusedTogether(), 1, index, answers);
        answers.failIfAway(engine);
        ledger.reached(index, changes, answers.rejections());
    }

    /** Sends some records again as they are now, whatever the index holds of them; what the catalogue does not know goes. */
    void again(Indices.Index index, List<ResourceId> ids) {
        List<CatalogueRecord> known =
                ids.stream().map(catalogue::find).flatMap(Optional::stream).toList();
        Set<ResourceId> there = known.stream().map(CatalogueRecord::id).collect(Collectors.toSet());
        ids.stream().filter(id -> !there.contains(id)).forEach(id -> delete(index, id));
        Acknowledgements answers = new Acknowledgements();
        send(known, TOGETHER, index, answers);
        send(answers.refusedTogether(), 1, index, answers);
        answers.failIfAway(engine);
        ledger.noteRefused(index, answers.rejections());
    }

    /** Writes past the versions, which somebody else has raised above our numbers. */
    void force(Indices.Index index, List<ResourceId> ids) {
        for (ResourceId id : ids) {
            Optional<ObjectNode> document = catalogue.find(id).flatMap(this::document);
            if (document.isPresent()) {
                engine.json("PUT", "/" + index.name() + "/_doc/" + id.value(), Optional.of(document.get()));
            } else {
                delete(index, id);
            }
        }
    }

    private void delete(Indices.Index index, ResourceId id) {
        engine.json("DELETE", "/" + index.name() + "/_doc/" + id.value(), Optional.empty());
    }

    /** The last change that there is to carry over. */
    ChangeNumber latest() {
        return catalogue.latest();
    }

    private void send(List<CatalogueRecord> changes, int together, Indices.Index index, Acknowledgements answers) {
        engine.ask(client -> {
            try (BulkIngester<CatalogueRecord> ingester = BulkIngester.of(bulk -> bulk.client(client)
                    .maxOperations(together)
                    .maxSize(BYTES_AT_ONCE)
                    .maxConcurrentRequests(AT_ONCE)
                    .listener(answers))) {
                changes.forEach(change ->
                        operation(change, index, answers).ifPresent(operation -> ingester.add(operation, change)));
            }
            return answers;
        });
    }

    /** Empty when no document can be made of it: one record's fault holds back no other. */
    private Optional<BulkOperation> operation(CatalogueRecord record, Indices.Index index, Acknowledgements answers) {
        try {
            return Optional.of(operation(record, index));
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            answers.reject(record, "no document can be made of it: " + e);
            return Optional.empty();
        }
    }

    private Optional<ObjectNode> document(CatalogueRecord record) {
        return record.shown().map(resource -> documents.of(resource).put("withheld", record.passOn() == PassOn.NONE));
    }

    private BulkOperation operation(CatalogueRecord record, Indices.Index index) {
        String id = record.id().value();
        long version = record.number().value();
        return document(record)
                .map(document -> BulkOperation.of(bulk -> bulk.index(indexed -> indexed.index(index.name())
                        .id(id)
                        .version(version)
                        .versionType(VersionType.ExternalGte)
                        .document(document))))
                .orElseGet(() -> BulkOperation.of(bulk -> bulk.delete(document ->
                        document.index(index.name()).id(id).version(version).versionType(VersionType.ExternalGte))));
    }
}

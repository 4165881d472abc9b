package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Takes an index one step further in the sequence of changes. Repeating a step is harmless: the change number is the document's version. */
class Filling {

    private static final int STEP = 1000;

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
        try (Sending sending = new Sending(engine, documents, index)) {
            end(sending, sending.begin(changes), index);
        }
        return changes.size();
    }

    /**
     * As many steps as it takes up to a change; while the engine takes what one brings, the next one is read and made.
     *
     * @return how many changes were carried over
     * @throws EngineAway as a step does
     */
    long upTo(ChangeNumber goal, Indices.Index index) {
        long total = 0;
        try (Following following = new Following(catalogue, ledger.position(index), goal, STEP);
                Sending sending = new Sending(engine, documents, index)) {
            Sending.Step before = sending.begin(List.of());
            for (List<CatalogueRecord> changes = following.next(); !changes.isEmpty(); changes = following.next()) {
                Sending.Step step = sending.begin(changes);
                end(sending, before, index);
                before = step;
                total += changes.size();
            }
            end(sending, before, index);
        }
        return total;
    }

    private void end(Sending sending, Sending.Step step, Indices.Index index) {
        List<Acknowledgements.Rejection> rejections = sending.end(step);
        if (!step.records().isEmpty()) {
            ledger.reached(index, step.records(), rejections);
        }
    }

    /** Sends some records again as they are now, whatever the index holds of them; what the catalogue does not know goes. */
    void again(Indices.Index index, List<ResourceId> ids) {
        List<CatalogueRecord> known =
                ids.stream().map(catalogue::find).flatMap(Optional::stream).toList();
        Set<ResourceId> there = known.stream().map(CatalogueRecord::id).collect(Collectors.toSet());
        ids.stream().filter(id -> !there.contains(id)).forEach(id -> delete(index, id));
        try (Sending sending = new Sending(engine, documents, index)) {
            ledger.noteRefused(index, sending.end(sending.begin(known)));
        }
    }

    /**
     * Writes past the versions, which somebody else has raised above our numbers.
     *
     * @throws EngineAway when not everything was acknowledged
     */
    void force(Indices.Index index, List<ResourceId> ids) {
        Acknowledgements answers = new Acknowledgements(engine);
        for (ResourceId id : ids) {
            Optional<CatalogueRecord> record = catalogue.find(id);
            Optional<JsonNode> document = record.flatMap(this::document);
            if (document.isPresent()) {
                put(index, record.orElseThrow(), document, answers);
            } else {
                delete(index, id);
            }
        }
        answers.failIfAway();
        ledger.noteRefused(index, answers.rejections());
    }

    private Optional<JsonNode> document(CatalogueRecord record) {
        return record.shown().map(resource -> documents.of(resource, record.passOn() == PassOn.NONE));
    }

    /** One refused document holds back no other. */
    private void put(
            Indices.Index index, CatalogueRecord record, Optional<JsonNode> document, Acknowledgements answers) {
        try {
            engine.json("PUT", "/" + index.name() + "/_doc/" + record.id().value(), document);
        } catch (EngineRefused e) {
            answers.refused(List.of(record), e);
        }
    }

    /** What is not there is as it should be. */
    private void delete(Indices.Index index, ResourceId id) {
        engine.jsonIfThere("DELETE", "/" + index.name() + "/_doc/" + id.value(), Optional.empty());
    }

    /** The last change that there is to carry over. */
    ChangeNumber latest() {
        return catalogue.latest();
    }
}

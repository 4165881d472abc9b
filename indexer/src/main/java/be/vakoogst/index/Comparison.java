package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares an index that nobody writes to meanwhile with the catalogue, portion by portion in the order of the ids. */
class Comparison {

    /** Behind every id, as hexadecimal digits end with f. */
    private static final String END = "g";

    private static final int AT_ONCE = 10_000;

    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final IndexLedger ledger;
    private final SearchDocument documents;

    Comparison(SearchEngine engine, Catalogue catalogue, IndexLedger ledger, SearchDocument documents) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.documents = documents;
    }

    /**
     * One portion.
     *
     * @param compared records of the catalogue
     * @param missing shown by the catalogue, and not in the index
     * @param stale in the index as of another change
     * @param extra in the index, and shown by no catalogue
     * @param next the id behind which the following portion begins; empty on the last one
     */
    record Portion(int compared, List<String> missing, List<String> stale, List<String> extra, Optional<String> next) {

        int differences() {
            return missing.size() + stale.size() + extra.size();
        }
    }

    /**
     * What changed after the index's position is passed over: the index cannot hold it yet.
     *
     * @param after the id behind which to begin; empty: from the first
     * @param size records of the catalogue
     */
    Portion portion(Indices.Index index, String after, int size) {
        long position = ledger.position(index).value();
        Map<String, Long> held = new HashMap<>();
        List<Catalogue.Standing> records = catalogue.standings(after, size);
        Optional<String> last = records.size() < size
                ? Optional.empty()
                : Optional.of(records.getLast().id().value());
        read(index, after, last.orElse(END), held);
        Set<String> refused =
                ledger.refusedAmong(records.stream().map(Catalogue.Standing::id).toList());
        return judge(new Sides(index, records, held, refused), position, last);
    }

    /** What is compared. */
    private record Sides(
            Indices.Index index, List<Catalogue.Standing> records, Map<String, Long> held, Set<String> refused) {}

    private Portion judge(Sides sides, long position, Optional<String> next) {
        Map<String, Long> held = sides.held();
        Map<String, Catalogue.Standing> differing = new TreeMap<>();
        Set<String> extra = new HashSet<>(held.keySet());
        for (Catalogue.Standing record : sides.records()) {
            String id = record.id().value();
            boolean later = record.number().value() > position;
            if (record.shown() || later) {
                extra.remove(id);
            }
            if (record.shown() && !later && !isAsItShouldBe(record, sides)) {
                differing.put(id, record);
            }
        }
        return new Portion(
                sides.records().size(),
                differing.keySet().stream().filter(id -> !held.containsKey(id)).toList(),
                differing.keySet().stream().filter(held::containsKey).toList(),
                extra.stream().sorted().toList(),
                next);
    }

    /** A version above the record's number was given by the engine itself, when somebody wrote past us: then only the content tells. */
    private boolean isAsItShouldBe(Catalogue.Standing record, Sides sides) {
        String id = record.id().value();
        if (!sides.held().containsKey(id)) {
            return sides.refused().contains(id);
        }
        long version = sides.held().get(id);
        return version == record.number().value()
                || version > record.number().value() && holds(sides.index(), record.id());
    }

    /** What the catalogue shows, or nothing of what it shows no more. */
    private boolean holds(Indices.Index index, ResourceId id) {
        Optional<JsonNode> held = engine.jsonIfThere(
                        "GET", "/" + index.name() + "/_doc/" + id.value(), Optional.empty())
                .map(document -> document.at("/_source/shown"));
        Optional<JsonNode> shown = catalogue
                .find(id)
                .flatMap(CatalogueRecord::shown)
                .map(resource -> documents.of(resource, false).path("shown"));
        return held.equals(shown);
    }

    private void read(Indices.Index index, String after, String until, Map<String, Long> held) {
        String from = after;
        List<JsonNode> hits;
        do {
            ObjectNode body =
                    JsonMapper.shared().createObjectNode().put("size", AT_ONCE).put("version", true);
            body.put("_source", false);
            ObjectNode range = body.putObject("query").putObject("range").putObject("id");
            range.put("gt", from).put("lte", until);
            body.putArray("sort").add("id");
            hits =
                    engine
                            .json("POST", "/" + index.name() + "/_search", Optional.of(body))
                            .at("/hits/hits")
                            .values()
                            .stream()
                            .toList();
            hits.forEach(hit ->
                    held.put(hit.path("_id").asString(), hit.path("_version").asLong()));
            from = hits.isEmpty() ? until : hits.getLast().path("_id").asString();
        } while (hits.size() == AT_ONCE);
    }

    /**
     * Whether a whole index holds as many documents as the catalogue shows records, give or take what changed since, and some of them, spread
     * over all, are as they should be.
     *
     * @return what differs; empty when it agrees
     */
    Optional<String> disagreement(Indices.Index index, List<String> samples, int sampleSize) {
        ChangeNumber position = ledger.position(index);
        long held = engine.json("GET", "/" + index.name() + "/_count", Optional.empty())
                .path("count")
                .asLong();
        long shown = catalogue.countShown() - ledger.countRefused();
        long since = catalogue.countAfter(position);
        if (Math.abs(held - shown) > since) {
            return Optional.of("it holds %d documents, and the catalogue shows %d records".formatted(held, shown));
        }
        return samples.stream()
                .map(start -> portion(index, start, sampleSize))
                .filter(portion -> portion.differences() > 0)
                .findFirst()
                .map(portion -> "of some records that were compared %d are missing, %d stale and %d too many"
                        .formatted(
                                portion.missing().size(),
                                portion.stale().size(),
                                portion.extra().size()));
    }
}

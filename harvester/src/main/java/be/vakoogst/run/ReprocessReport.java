package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What reprocessing a source would change, found out without changing anything and without a single request. */
public class ReprocessReport {

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_VALUE = 200;

    /** Known by the catalogue, or where a statement stood: they change nothing that an output shows. */
    private static final Set<String> NOT_COMPARED = Set.of("provenance", "offers", "firstSeen", "lastSeen");

    private final Reprocess reprocess;
    private final Catalogue catalogue;

    ReprocessReport(Reprocess reprocess, Catalogue catalogue) {
        this.reprocess = reprocess;
        this.catalogue = catalogue;
    }

    /**
     * What would come of it.
     *
     * @param records that were looked at
     * @param changed those that would be otherwise
     * @param failed those of which no record could be made any more
     * @param fields how many records would have another value, by field, with the first few
     */
    public record Report(int records, int changed, int failed, Map<String, FieldChange> fields) {}

    public record FieldChange(int records, List<Example> examples) {}

    /** A field before and after, shortened; empty where it had or would have no value. */
    public record Example(ResourceId id, String before, String after) {}

    public Report of(Source source) {
        Counting counting = new Counting();
        Order order = new Order(source, Scope.FULL, Checkpoint.START, Known.Nothing.KNOWN, listed -> {});
        try (Stream<Harvested> remade = reprocess.reprocess(order)) {
            remade.forEachOrdered(counting::add);
        }
        return counting.report();
    }

    private final class Counting {
        private final Map<String, Integer> records = new TreeMap<>();
        private final Map<String, List<Example>> examples = new TreeMap<>();
        private int looked;
        private int changed;
        private int failed;

        void add(Harvested harvested) {
            looked++;
            if (harvested instanceof Harvested.Made made) {
                catalogue
                        .find(made.resource().id())
                        .flatMap(CatalogueRecord::resource)
                        .ifPresent(before -> compare(before, catalogue.asAccepted(made.resource())));
            } else {
                failed++;
            }
        }

        private void compare(LearningResource before, LearningResource after) {
            JsonNode old = ResourceJson.mapper().valueToTree(before);
            JsonNode made = ResourceJson.mapper().valueToTree(after);
            Set<String> fields = new HashSet<>(old.propertyNames());
            fields.addAll(made.propertyNames());
            fields.removeAll(NOT_COMPARED);
            fields.removeIf(field -> old.path(field).equals(made.path(field)));
            changed += fields.isEmpty() ? 0 : 1;
            fields.forEach(field -> note(field, new Example(before.id(), shown(old, field), shown(made, field))));
        }

        private void note(String field, Example example) {
            records.merge(field, 1, Integer::sum);
            List<Example> first = examples.computeIfAbsent(field, unused -> new ArrayList<>());
            if (first.size() < MOST_EXAMPLES) {
                first.add(example);
            }
        }

        private static String shown(JsonNode json, String field) {
            JsonNode value = json.path(field);
            String text = value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
            return text.substring(0, Math.min(LONGEST_VALUE, text.length()));
        }

        Report report() {
            Map<String, FieldChange> fields = new TreeMap<>();
            records.forEach((field, count) ->
                    fields.put(field, new FieldChange(count, examples.getOrDefault(field, List.of()))));
            return new Report(looked, changed, failed, fields);
        }
    }
}

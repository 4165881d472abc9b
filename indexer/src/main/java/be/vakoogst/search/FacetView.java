package be.vakoogst.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A facet as a page shows it: each value a link that chooses it or lets it go. */
record FacetView(String code, List<Value> values, boolean open) {

    private static final int SHOWN = 12;

    record Value(String label, long count, boolean chosen, String link) {}

    /** Those with something to choose. */
    static List<FacetView> of(SearchQuery query, SearchAnswer answer, Address here) {
        List<FacetView> all = new ArrayList<>();
        for (Map.Entry<String, List<SearchAnswer.Count>> counted :
                answer.facets().entrySet()) {
            Facet facet = Facet.named(counted.getKey()).orElseThrow();
            List<String> chosen = query.filters().getOrDefault(facet, List.of());
            List<Value> values = counted.getValue().stream()
                    .limit(SHOWN)
                    .map(count -> new Value(
                            count.label(),
                            count.count(),
                            chosen.contains(count.value()),
                            here.toggled(facet.code(), count.value()).link()))
                    .toList();
            if (values.size() > 1 || !chosen.isEmpty()) {
                all.add(new FacetView(facet.code(), values, !chosen.isEmpty()));
            }
        }
        return all;
    }
}

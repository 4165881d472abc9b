package be.vakoogst.search;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The door for rooms that hand on what a search finds. */
public class Finds {

    private final Search search;

    Finds(Search search) {
        this.search = search;
    }

    /**
     * What a search with these parameters finds, the newest first unless {@code sort} says otherwise.
     *
     * @throws WrongParameter naming the first one that is wrong
     */
    public List<ResourceId> newest(Map<String, String[]> parameters, int size, Locale locale) {
        Map<String, String[]> asked = new HashMap<>(parameters);
        asked.putIfAbsent("sort", new String[] {"newest"});
        asked.putIfAbsent("size", new String[] {Integer.toString(size)});
        asked.put("facets", new String[] {"none"});
        return search.search(SearchQuery.of(asked).forOthers(), locale.getLanguage()).hits().stream()
                .map(hit -> new ResourceId(hit.resource().id()))
                .toList();
    }
}

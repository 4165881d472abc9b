package be.vakoogst.search;

import tools.jackson.databind.node.ArrayNode;

/** The order of hits. It ends with the id, so that no two are in the same place and a cursor loses none. */
final class Sorting {

    private Sorting() {}

    static void add(SearchQuery.Sort sort, ArrayNode sorted) {
        switch (sort) {
            case RELEVANCE -> {
                sorted.addObject().putObject("_score").put("order", "desc");
                newest(sorted);
            }
            case NEWEST -> newest(sorted);
            case TITLE ->
                sorted.addObject().putObject("sortTitle").put("order", "asc").put("missing", "_last");
        }
        sorted.addObject().putObject("id").put("order", "asc");
    }

    private static void newest(ArrayNode sorted) {
        sorted.addObject().putObject("date").put("order", "desc").put("missing", "_last");
    }

    static int places(SearchQuery.Sort sort) {
        return sort == SearchQuery.Sort.RELEVANCE ? 3 : 2;
    }
}

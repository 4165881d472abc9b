package be.vakoogst.search;

import be.vakoogst.trade.TradeNames;
import be.vakoogst.usage.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may be typing. */
class Suggestions {

    private static final int LONGEST = 200;
    private static final int MOST = 6;

    /** As long as the beginnings that the index keeps: {@code max_gram} of its settings. */
    private static final int LONGEST_BEGINNING = 15;

    private final Search search;
    private final TradeNames names;
    private final Usage usage;

    Suggestions(Search search, TradeNames names, Usage usage) {
        this.search = search;
        this.names = names;
        this.usage = usage;
    }

    /**
     * At most six of each.
     *
     * @param trades with a name that begins so
     * @param resources with these words, or words that begin so, in the title
     * @param queries that others asked, and that found something
     */
    record Suggested(List<SearchAnswer.Named> trades, List<Title> resources, List<String> queries) {}

    record Title(String id, String title, String url) {}

    Suggested of(String typed, String language) {
        String words = SearchQuery.typed(typed, LONGEST);
        if (words.isEmpty()) {
            return new Suggested(List.of(), List.of(), List.of());
        }
        return new Suggested(
                names.beginningWith(words, MOST).stream()
                        .map(trade -> new SearchAnswer.Named(trade.id(), trade.label(language)))
                        .toList(),
                titles(words),
                usage.asked(words, MOST));
    }

    private List<Title> titles(String words) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", MOST);
        body.putArray("_source").add("id").add("shown.title").add("shown.url");
        ObjectNode bool = body.putObject("query").putObject("bool");
        bool.putObject("filter").putObject("term").put("folded", false);
        bool.putObject("must_not").putObject("term").put("withheld", true);
        bool.putObject("must")
                .putObject("match")
                .putObject("start")
                .put("query", beginnings(words))
                .put("operator", "and");
        List<Title> titles = new ArrayList<>();
        search.ask(body)
                .at("/hits/hits")
                .forEach(hit -> titles.add(new Title(
                        hit.at("/_source/id").asString(),
                        hit.at("/_source/shown/title").asString(),
                        hit.at("/_source/shown/url").asString())));
        return titles;
    }

    private static String beginnings(String words) {
        return Arrays.stream(words.split("\\s+"))
                .map(word -> word.substring(0, Math.min(LONGEST_BEGINNING, word.length())))
                .collect(Collectors.joining(" "));
    }
}

package be.vakoogst.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code search WORDS} */
@Command(name = "search", description = "Search the index.", mixinStandardHelpOptions = true)
class SearchCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(arity = "1..*", paramLabel = "WORDS")
    private List<String> words = List.of();

    @Option(names = "--size", defaultValue = "10", description = "Hits to show. Default: ${DEFAULT-VALUE}.")
    private int size = 10;

    @Option(names = "--trade", split = ",", description = "Only these trades, by id.")
    private List<String> trades = List.of();

    @Option(names = "--type", split = ",", description = "Only these types, by id.")
    private List<String> types = List.of();

    @Option(names = "--json", description = "The API's answer as it is.")
    private boolean json;

    SearchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Instance instance = Instances.reach(around)) {
            JsonNode found = instance.get(
                    "/api/search?q={q}&size={size}&trade={trade}&type={type}&facets=none",
                    String.join(" ", words),
                    size,
                    String.join(",", trades),
                    String.join(",", types));
            if (json) {
                around.out().println(found);
            } else {
                print(found);
            }
            around.out().flush();
            return 0;
        }
    }

    private void print(JsonNode found) {
        around.out().println(found.path("total").asLong() + " found");
        if (found.has("didYouMean")) {
            around.out().println("Did you mean: " + found.path("didYouMean").asString());
        }
        for (JsonNode hit : found.path("hits")) {
            String trades = hit.path("trades").values().stream()
                    .map(trade -> trade.path("id").asString())
                    .collect(Collectors.joining(", "));
            around.out().println(hit.path("title").asString());
            around.out()
                    .println("    " + hit.at("/source/name").asString() + " · "
                            + hit.at("/licence/id").asString("licence not stated") + " · " + trades);
            around.out().println("    " + hit.path("url").asString());
        }
    }
}

package be.vakoogst.cli;

import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(names = "--json", description = "The API's answer as it is.")
    private boolean json;

    SearchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Instance instance = Instances.reach(around)) {
            JsonNode found = instance.get("/api/search?q={q}&size={size}", String.join(" ", words), size);
            if (json) {
                around.out().println(found);
            } else {
                around.out().println(found.path("total").asLong() + " found");
                found.path("hits")
                        .forEach(hit -> around.out()
                                .println(hit.path("title").asString() + "\n    "
                                        + hit.path("url").asString()));
            }
            around.out().flush();
            return 0;
        }
    }
}

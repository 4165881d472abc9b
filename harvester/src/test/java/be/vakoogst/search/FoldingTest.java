package be.vakoogst.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who searches sees a work once, however many sources offer it and however little their texts differ. */
class FoldingTest {

    private static final String TEXT = IntStream.range(0, 80)
            .mapToObj(number -> "stap" + number + " van het afhangen")
            .collect(Collectors.joining(" "));

    private static final LearningResource OWN = offered("vakblad", TEXT);
    private static final LearningResource NEARLY_THE_SAME = offered("omroep", TEXT + " Olie daarna de scharnieren.");
    private static final LearningResource REWRITTEN = offered("fonds", TEXT.replace("stap", "fase"));

    @Test
    void nearDuplicatesAreOneHitAndCountOnceUntilTheyDiverge() {
        try (RunningSearch search = new RunningSearch("folding", List.of(OWN))) {
            search.accept(List.of(NEARLY_THE_SAME, REWRITTEN));
            await().untilAsserted(() -> assertThat(sourcesOf(search.get("/api/search?q=afhangen")))
                    .containsExactlyInAnyOrder(List.of("omroep", "vakblad"), List.of("fonds")));

            assertThat(search.get("/api/search?q=afhangen").path("total").asInt())
                    .isEqualTo(2);
            assertThat(search.get("/api/search?group=trade")
                            .at("/groups/0/total")
                            .asInt())
                    .isEqualTo(2);
            assertThat(search.get("/api/search?source=omroep").path("total").asInt())
                    .isEqualTo(1);

            search.accept(List.of(offered("omroep", TEXT.replace("stap", "deel"))));
            await().until(() ->
                    search.get("/api/search?q=afhangen").path("total").asInt() == 3);
        }
    }

    private static List<List<String>> sourcesOf(JsonNode answer) {
        return answer.path("hits").values().stream()
                .map(hit -> hit.path("offers").values().stream()
                        .map(offer -> offer.at("/source/id").asString())
                        .sorted()
                        .toList())
                .map(sources -> sources.isEmpty() ? List.of("fonds") : sources)
                .toList();
    }

    private static LearningResource offered(String source, String text) {
        return Resources.from(source, "Een deur afhangen", """
                "creators":[{"name":"Jan Peeters","kind":"person"}],"fullText":"%s",
                "trades":[{"id":"hout","score":0.9,"evidence":[{"term":"deur","field":"title"}],"assertedBy":"operator"}]""".formatted(text));
    }
}

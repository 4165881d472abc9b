package be.vakoogst.alert;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.post;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.life.Removals;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After real runs of a list that is whole. */
class RemovalRuleTest {

    private static final String SOURCE = "verwijderalarm";

    private final Publisher publisher = new Publisher();
    private final Path file = TestApplication.sources().resolve(SOURCE + ".yml");

    @AfterEach
    void stop() throws IOException {
        publisher.close();
        Files.deleteIfExists(file);
    }

    @Test
    void aRemovalThatWaitsIsToldWithHowManyOfHowManyUntilItIsDecided() throws IOException {
        Files.writeString(file, """
                id: %s
                name: Verwijderalarm
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                limits: {shrinkShare: 1}
                """.formatted(SOURCE, publisher.url("/feed")));
        publisher.serves("/feed", "application/rss+xml", feed(6));
        harvest(SOURCE);
        assertThat(conditions()).isEmpty();

        publisher.serves("/feed", "application/rss+xml", feed(2));
        harvest(SOURCE);
        assertThat(conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.kind()).isEqualTo(AlertKind.MASS_DELETION);
            assertThat(condition.facts()).containsExactly(SOURCE, "4", "6");
            assertThat(condition.link()).isEqualTo("/operate/sources/" + SOURCE);
        });

        String id = conditions().getFirst().subject();
        assertThat(post("/api/removals/" + id + "/refuse", "", administrator()).statusCode())
                .isLessThan(300);
        assertThat(getJson("/api/removals/" + id).path("state").asString()).isEqualTo("refused");
        assertThat(conditions()).isEmpty();
    }

    private static List<Condition> conditions() {
        return new RemovalRule(TestApplication.context().getBean(Removals.class))
                .conditions().stream()
                        .filter(condition -> condition.facts().contains(SOURCE))
                        .toList();
    }

    private static String feed(int items) {
        return IntStream.range(0, items)
                .mapToObj(
                        item -> "<item><title>Les %d over lassen</title><guid isPermaLink=\"false\">%1$d</guid></item>"
                                .formatted(item))
                .collect(Collectors.joining("", """
                        <rss version="2.0" xmlns:fh="http://purl.org/syndication/history/1.0"><channel><title>Alarm</title><fh:complete/>
                        """, "</channel></rss>"));
    }
}

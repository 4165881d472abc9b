package be.vakoogst.alert;

import static be.vakoogst.application.TestApplication.harvest;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with sources, after real runs. */
class SourceRuleTest {

    private static final String SOURCE = "alarmbron";

    private final Publisher publisher = new Publisher();
    private final Path file = TestApplication.sources().resolve(SOURCE + ".yml");

    @AfterEach
    void stop() throws IOException {
        publisher.close();
        Files.deleteIfExists(file);
    }

    @Test
    void whatGivesNothingOrFarLessOrMostlyErrorsIsTold() throws IOException {
        write("");
        publisher.serves("/feed", "application/rss+xml", feed(10, true));
        harvest(SOURCE);
        assertThat(kinds(InstantSource.system())).isEmpty();

        publisher.serves("/feed", "application/rss+xml", feed(2, true));
        harvest(SOURCE);
        assertThat(kinds(InstantSource.system())).containsExactly(AlertKind.FAR_FEWER);

        publisher.serves("/feed", "application/rss+xml", feed(0, true));
        harvest(SOURCE);
        assertThat(kinds(InstantSource.system())).containsExactly(AlertKind.ZERO_ITEMS);

        publisher.serves("/feed", "application/rss+xml", feed(12, false));
        harvest(SOURCE);
        assertThat(kinds(InstantSource.system())).contains(AlertKind.ERROR_SHARE);

        publisher.serves("/feed", "application/rss+xml", feed(11, true));
        harvest(SOURCE);
        assertThat(kinds(InstantSource.system())).isEmpty();
    }

    @Test
    void noSuccessForSeveralIntervalsAndNothingNewForLongAreTold() throws IOException {
        write("schedule: {every: 6h}\n");
        publisher.serves("/feed", "application/rss+xml", feed(3, true));
        harvest(SOURCE);

        assertThat(kinds(in(Duration.ofHours(17)))).isEmpty();
        assertThat(kinds(in(Duration.ofHours(19)))).containsExactly(AlertKind.NO_SUCCESS);
        assertThat(kinds(in(Duration.ofDays(181)))).contains(AlertKind.ALL_UNCHANGED);
    }

    private static InstantSource in(Duration later) {
        return () -> InstantSource.system().instant().plus(later);
    }

    private List<AlertKind> kinds(InstantSource clock) {
        var context = TestApplication.context();
        return new SourceRule(
                        context.getBean(Sources.class),
                        context.getBean(Runs.class),
                        context.getBean(Scheduling.class),
                        RuleSettings.usual(),
                        clock)
                .conditions().stream()
                        .filter(condition -> condition.subject().equals(SOURCE))
                        .map(Condition::kind)
                        .toList();
    }

    private void write(String schedule) throws IOException {
        Files.writeString(file, """
                id: %s
                name: Alarmblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                %s""".formatted(SOURCE, publisher.url("/feed"), schedule));
    }

    /** @param titled without a title, no record can be made of an entry */
    private static String feed(int items, boolean titled) {
        return IntStream.range(0, items)
                .mapToObj(item -> "<item>%s<guid isPermaLink=\"false\">%d</guid></item>"
                        .formatted(titled || item < 6 ? "<title>Alarm " + item + "</title>" : "", item))
                .collect(Collectors.joining(
                        "", "<rss version=\"2.0\"><channel><title>Alarm</title>", "</channel></rss>"));
    }
}

package be.vakoogst.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.resource.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final String RIGHT = """
            id: vakblad
            name: Vakblad Hout
            kind: publisher
            connector: {type: feed, url: "https://example.org/feed/"}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyKeyOfTheDesignIsRead() throws IOException {
        write("vakblad.yml", RIGHT + """
                organisation: Houtfederatie
                schedule: {cron: "0 0 5 * * *", zone: Europe/Brussels}
                politeness: {delay: 2s, concurrency: 3}
                defaults: {language: nl, licence: null, audience: [leerling], trades: [hout]}
                include: ["/artikel/"]
                exclude: ["/redactie/"]
                selectors: {title: "h1.titel"}
                limits: {errorShare: 0.2, shrinkShare: 0.3, removeShare: 0.1, grace: 7d, duration: 6h, silence: 20m}
                paused: true
                closed: [{from: "22:00", to: "06:00", days: [fri, sat]}, {from: "12:00", to: "24:00", zone: UTC}]
                enabled: false
                """);

        Source source = sources().find(new SourceId("vakblad")).orElseThrow();

        assertThat(source.schedule()).contains(new Schedule.Cron("0 0 5 * * *", ZoneId.of("Europe/Brussels")));
        assertThat(source.politeness()).isEqualTo(new Politeness(Duration.ofSeconds(2), 3));
        assertThat(source.defaults().trades()).containsExactly("hout");
        assertThat(source.defaults().licence()).isEmpty();
        assertThat(source.urls().want(java.net.URI.create("https://example.org/artikel/1")))
                .isTrue();
        assertThat(source.urls().want(java.net.URI.create("https://example.org/artikel/redactie/1")))
                .isFalse();
        assertThat(source.selectors()).containsEntry("title", "h1.titel");
        assertThat(source.limits())
                .isEqualTo(new Limits(0.2, 0.3, 0.1, Duration.ofDays(7), Duration.ofHours(6), Duration.ofMinutes(20)));
        assertThat(source.enabled()).isFalse();
        assertThat(source.paused()).isTrue();
        assertThat(source.closed())
                .containsExactly(
                        new ClosedHours(
                                LocalTime.of(22, 0),
                                LocalTime.of(6, 0),
                                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                                ZoneId.of("Europe/Brussels")),
                        new ClosedHours(
                                LocalTime.NOON, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class), ZoneId.of("UTC")));
    }

    @Test
    void anAdaptiveScheduleHasBoundsOfItsOwnOrTheUsualOnes() throws IOException {
        write("vakblad.yml", RIGHT + "schedule: {adaptive: {between: 15m, and: 2d}}\n");
        assertThat(sources().all().getFirst().schedule())
                .contains(new Schedule.Adaptive(Duration.ofMinutes(15), Duration.ofDays(2)));

        write("vakblad.yml", RIGHT + "schedule: {adaptive: {}}\n");
        assertThat(sources().all().getFirst().schedule())
                .contains(new Schedule.Adaptive(Duration.ofHours(1), Duration.ofDays(14)));
    }

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheDesign() throws IOException {
        write("vakblad.yml", RIGHT);

        Source source = sources().all().getFirst();

        assertThat(source.schedule()).isEmpty();
        assertThat(source.politeness()).isEqualTo(Politeness.DEFAULT);
        assertThat(source.enabled()).isTrue();
    }

    @Test
    void aWrongFileNeverStopsTheOthers() throws IOException {
        write("vakblad.yml", RIGHT);
        write("kapot.yml", "id: kapot\n  name: [");
        write("leeg.yml", "");

        assertThat(sources().all()).extracting(source -> source.id().value()).containsExactly("vakblad");
        assertThat(sources().problems())
                .extracting(problem -> problem.file().getFileName().toString())
                .contains("kapot.yml", "leeg.yml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: publisher               | kind: uitgever                  | 3 | kind            | uitgever
            type: feed                    | type: fead                      | 4 | connector.type  | fead
            "https://example.org/feed/"   | "ftp://example.org/feed/"       | 4 | connector.url   | ftp://example.org/feed/
            name: Vakblad Hout            | naam: Vakblad Hout              | 2 | naam            | no key
            type: feed                    | type: feed, pagina: 3           | 4 | connector.pagina | no key
            type: feed                    | type: feed, pages: 0            | 4 | connector.pages | 0
            id: vakblad                   | id: anders                      | 1 | id              | vakblad
            """)
    void aWrongValueIsNamedWithFileLineKeyAndValue(String from, String to, int line, String key, String said)
            throws IOException {
        write("vakblad.yml", RIGHT.replace(from, to));

        assertThat(sources().problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.toString()).contains("vakblad.yml:" + line, said);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule: {cron: "elke dag"}                            | schedule.cron
            schedule: {cron: "0 0 5 * * *", zone: Europe/Brussel}   | schedule.zone
            schedule: {every: morgen}                               | schedule.every
            schedule: {every: 0s}                                   | schedule.every
            schedule: {cron: "0 0 0 30 2 *"}                        | schedule.cron
            schedule: {every: 1h, cron: "0 0 5 * * *"}              | schedule
            politeness: {delay: snel}                               | politeness.delay
            politeness: {concurrency: 0}                            | politeness.concurrency
            defaults: {language: "!!"}                              | defaults.language
            include: ["("]                                          | include
            exclude: ["a{"]                                         | exclude
            selectors: {title: "h1["}                               | selectors.title
            selectors: {titel: "h1"}                                | selectors
            defaults: {trades: hout}                                | defaults.trades
            defaults: {kleur: rood}                                 | defaults.kleur
            organisation: ""                                        | organisation
            enabled: misschien                                      | enabled
            limits: {errorShare: 3}                                 | limits.errorShare
            limits: {silence: 0s}                                   | limits.silence
            schedule: {adaptive: {between: 2d, and: 1h}}            | schedule.adaptive
            schedule: {adaptive: {}, every: 1h}                     | schedule
            schedule: {adaptive: {}, cron: "0 0 5 * * *"}           | schedule
            closed: [{from: "25:00", to: "06:00"}]                  | closed.0.from
            closed: [{from: "06:00", to: "06:00"}]                  | closed.0
            closed: [{from: "06:00", to: "08:00", zone: Mars}]      | closed.0.zone
            closed: [{from: "06:00", to: "08:00", days: [ma]}]      | closed.0.days.0
            closed: [{from: "06:00"}]                               | closed.0.to
            paused: soms                                            | paused
            """)
    void aValueThatMeansNothingIsNamedByItsKey(String yaml, String key) throws IOException {
        write("vakblad.yml", RIGHT + yaml + "\n");

        assertThat(sources().all()).isEmpty();
        assertThat(sources().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).startsWith(key);
            assertThat(problem.line()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule: {every: -1h}                                  | is '-1h' and must fit this: A whole number and ms, s, m, h or d.
            schedule: {every: 0h}                                   | must be longer than nothing
            schedule: {every: 1h, cron: "0 0 5 * * *"}              | one of the three is allowed
            closed: [{from: "6 uur", to: "08:00"}]                  | is '6 uur' and must fit this: From this time on, such as 08:00.
            schedule: {cron: "0 0 0 31 4,6 *"}                      | is '0 0 0 31 4,6 *', and no day is like that
            """)
    void whatIsAllowedIsSaidInWords(String yaml, String said) throws IOException {
        write("vakblad.yml", RIGHT + yaml + "\n");

        assertThat(sources().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(said));
    }

    @ParameterizedTest
    @CsvSource({
        "feed, ftp://vakblad.example/feed, An http or https address.",
        "feed, file:///srv/feed.xml, An http or https address.",
        "folder, https://vakblad.example/map, A folder or a zip file: file:///…"
    })
    void anAddressThatDoesNotSuitTheConnectorIsOneProblemInWords(String type, String url, String said)
            throws IOException {
        write(
                "vakblad.yml",
                RIGHT.replaceFirst("connector:.*", "connector: {type: %s, url: '%s'}".formatted(type, url)));

        assertThat(sources().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("connector.url");
            assertThat(problem.message()).contains("is '" + url + "' and must fit this: " + said);
        });
    }

    @Test
    void aDayThatComesOnceInFourYearsIsADay() throws IOException {
        write("vakblad.yml", RIGHT + "schedule: {cron: '0 0 5 29 2 *'}\n");

        assertThat(sources().problems()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithWhatIsAllowed() throws IOException {
        write("vakblad.yml", RIGHT + """
                schedule: {cron: "elke dag", zone: Mars/Olympus}
                defaults: {language: "!!"}
                include: ["(", "[", "goed"]
                selectors: {title: "h1["}
                """);

        assertThat(sources().problems())
                .extracting(SourceProblem::key)
                .containsExactlyInAnyOrder(
                        "schedule.cron", "schedule.zone", "defaults.language", "include", "include", "selectors.title");
    }

    @Test
    void aKeyThatThereIsNotIsToldWhichThereAre() throws IOException {
        write("vakblad.yml", RIGHT.replace("type: feed", "type: feed, pagina: 3") + "selectors: {titel: h1}\n");

        assertThat(sources().problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("pages"));
        assertThat(sources().problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("title, description"));
    }

    @Test
    void whatNoVocabularyHoldsIsNamed() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("sources"));
        Path vocabularies = Files.createDirectories(folder.resolve("vocabularies"));
        Files.writeString(vocabularies.resolve("trades.yml"), "# ids\n- id: hout\n  group: bouw\n- id: bouw\n");
        Files.writeString(vocabularies.resolve("licences.yml"), "- {id: cc-by, uri: x}\n");
        Files.writeString(
                beside.resolve("vakblad.yml"),
                RIGHT + "defaults: {trades: [hout, houd], licence: cc-bij, audience: [x]}\n");

        assertThat(new Sources(beside, UnaryOperator.identity()).problems())
                .extracting(SourceProblem::toString)
                .satisfiesExactly(
                        trade -> assertThat(trade).contains(":5: defaults.trades", "'houd'", "hout, bouw"),
                        licence -> assertThat(licence).contains("defaults.licence", "'cc-bij'", "cc-by"));
    }

    @Test
    void aKeyGivenTwiceIsWrong() throws IOException {
        write("vakblad.yml", RIGHT + "name: Nog een\n");

        assertThat(sources().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("name"));
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("vakblad.yml"), "name: één".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(sources().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
    }

    @Test
    void placeholdersAreFilledInFromOutside() throws IOException {
        write("vakblad.yml", RIGHT.replace("example.org", "127.0.0.1:${POORT:80}"));
        Sources sources = new Sources(folder, text -> text.replace("${POORT:80}", "8089"));

        assertThat(sources.all().getFirst().connector().url()).hasPort(8089);
    }

    @Test
    void aDraftNamesNoVariableOfOurEnvironment() {
        SourceDraft draft = new SourceDraft(
                new SourceId("vreemd"),
                "${HOME} en ${GEHEIM:x}",
                be.vakoogst.resource.SourceKind.PUBLISHER,
                "feed",
                java.net.URI.create("https://example.org/feed"),
                java.util.Map.of(),
                java.util.Optional.empty(),
                Politeness.DEFAULT,
                java.util.Map.of());

        assertThat(draft.yaml()).doesNotContain("${");
    }

    @Test
    void expressionsThatAreNoneAreNamedAllAtOnceWithTheirLines() throws IOException {
        write("vakblad.yml", """
                id: vakblad
                name: Vakblad
                kind: publisher
                connector:
                  type: listing
                  url: "https://example.org/"
                  item: "li[["
                  fields: {title: "h2 >"}
                include: ["(open"]
                selectors: {text: "::"}
                """);

        assertThat(sources().problems())
                .extracting(problem -> problem.line() + " " + problem.key())
                .containsExactlyInAnyOrder(
                        "7 connector.item", "8 connector.fields.title", "9 include", "10 selectors.text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: oai, url: 'https://x.example/oai', window: 0d} | connector.window",
                "{type: site, url: 'https://x.example/', follow: ['[']} | connector.follow.0",
                "{type: sitemap, url: 'https://x.example/', skip: ['*']} | connector.skip.0",
                "{type: rest, url: 'https://x.example/', since: {parameter: s, format: 'bbb'}} | connector.since.format",
                "{type: rest, url: 'https://x.example/', auth: {type: oauth2}} | connector.auth",
                "{type: rest, url: 'https://x.example/', fields: {titel: /t}} | connector.fields",
                "{type: feed, url: 'https://x.example/', sheet: a} | connector.sheet",
                "{type: folder, url: 'https://x.example/'} | connector.url"
            })
    void whatAConnectorCannotTakeIsNamed(String connector, String key) throws IOException {
        write("vakblad.yml", "id: vakblad\nname: V\nkind: publisher\nconnector: " + connector + "\n");

        assertThat(sources().problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(4))
                .anySatisfy(problem -> assertThat(problem.key()).startsWith(key));
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    private Sources sources() {
        return new Sources(folder, UnaryOperator.identity());
    }

    @Test
    void aMissingFolderHoldsNoSources() {
        assertThat(new Sources(folder.resolve("weg"), UnaryOperator.identity()).all())
                .isEqualTo(List.of());
    }
}

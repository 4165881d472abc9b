package be.vakoogst.feed;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.source.ConnectorSettings;
import be.vakoogst.source.Defaults;
import be.vakoogst.source.Limits;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.source.UrlPatterns;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedConnectorTest {

    private static final String RSS =
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Vakblad</title>%s</channel></rss>";

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void allPagesOfAFeedAreRead() {
        rss("/feed", item("a") + "<atom:link rel=\"next\" href=\"/feed2\"/>");
        rss("/feed2", item("b"));

        assertThat(keys(discover("/feed"))).containsExactly("a", "b");
    }

    @Test
    void wordPressIsPagedByNumberUntilItAnswers404() {
        rss("/feed/", "<generator>https://wordpress.org/?v=6.1</generator>" + item("a"));
        rss("/feed/?paged=2", "<generator>https://wordpress.org/?v=6.1</generator>" + item("b"));

        List<Discovered> found = discover("/feed/");

        assertThat(keys(found)).containsExactly("a", "b");
        assertThat(found).noneMatch(Discovered.Broken.class::isInstance);
    }

    @Test
    void pagesInACircleEnd() {
        rss("/feed", item("a") + "<atom:link rel=\"next\" href=\"/feed\"/>");

        assertThat(keys(discover("/feed"))).containsExactly("a");
    }

    @Test
    void anUnchangedFeedCostsOneRequest() {
        publisher.servesWithTag("/feed", "application/rss+xml", RSS.formatted(item("a")), "\"v1\"");
        Validators known = new Validators(Optional.of("\"v1\""), Optional.empty(), Optional.empty(), Optional.empty());

        List<Discovered> found = new FeedConnector(fetcher)
                .discover(new Discovery(
                        source("/feed"), Discovery.Scope.INCREMENTAL, Checkpoint.START, url -> Optional.of(known)))
                .toList();

        assertThat(found).singleElement().isInstanceOf(Discovered.Unchanged.class);
    }

    @Test
    void theFeedOfAnHtmlPageIsFound() {
        publisher.serves(
                "/", "text/html", "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>");
        rss("/feed", item("a"));

        assertThat(keys(discover("/"))).containsExactly("a");
    }

    @Test
    void tombstonesAndCompleteFeedsAreToldOf() {
        rss("/feed", "<fh:complete/><at:deleted-entry ref=\"weg\"/>" + item("a"));

        assertThat(discover("/feed"))
                .anyMatch(one -> one instanceof Discovered.Withdrawn gone
                        && gone.key().value().equals("weg"))
                .anyMatch(Discovered.Complete.class::isInstance);
    }

    @Test
    void aFeedInWindows1252ThatClaimsUtf8IsRead() {
        String feed = RSS.formatted("<item><title>Crème brûlée</title><guid>a</guid><link>/a</link></item>");
        publisher.serves("/feed", "application/rss+xml; charset=utf-8", feed.getBytes(Charset.forName("windows-1252")));

        assertThat(items(discover("/feed"))
                        .getFirst()
                        .listed()
                        .about(Field.TITLE)
                        .toList()
                        .toString())
                .contains("Crème brûlée");
    }

    @Test
    void anArchiveThatWasReadIsNotReadAgain() {
        String archive = "<atom:link rel=\"prev-archive\" href=\"/%s\"/>";
        rss("/feed", item("c") + archive.formatted("archief2"));
        rss("/archief2", item("b") + archive.formatted("archief1"));
        rss("/archief1", item("a"));

        List<Discovered> first = discover("/feed");
        List<Discovered> second = new FeedConnector(fetcher)
                .discover(new Discovery(
                        source("/feed"),
                        Discovery.Scope.INCREMENTAL,
                        Checkpoint.START,
                        url -> Optional.of(Validators.NONE).filter(known -> !url.equals(publisher.url("/feed")))))
                .toList();

        assertThat(keys(first)).containsExactly("c", "b", "a");
        assertThat(keys(second)).containsExactly("c");
        assertThat(second).last().isInstanceOf(Discovered.RestUnchanged.class);
        assertThat(publisher.requestsTo("/archief2")).isEqualTo(1);
    }

    @Test
    void aFeedThatBreaksOffIsNotRememberedAsRead() {
        publisher.serves(
                "/feed",
                "application/rss+xml",
                "<rss><channel><fh:complete/>" + item("a") + "<item><guid>b</guid><title>half");

        List<Discovered> found = discover("/feed");

        assertThat(keys(found)).containsExactly("a");
        assertThat(failure(found).reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(found)
                .noneMatch(Discovered.Listed.class::isInstance)
                .noneMatch(Discovered.Complete.class::isInstance);
    }

    @Test
    void anIdThatSeveralAddressesShareNamesNoneOfThem() {
        rss(
                "/feed",
                "<item><title>A</title><guid>les</guid><link>/a</link></item><item><title>B</title><guid>les</guid><link>/b</link></item>"
                        + item("c") + item("c"));

        assertThat(keys(discover("/feed")))
                .containsExactly(
                        publisher.url("/a").toString(), publisher.url("/b").toString(), "c");
    }

    @Test
    void anEnclosedFileIsNoPage() {
        rss("/feed", "<item><title>A</title><guid isPermaLink=\"false\">a</guid><enclosure url=\"/a.mp3\"/></item>");

        assertThat(items(discover("/feed"))).singleElement().satisfies(item -> {
            assertThat(item.url()).isEqualTo(publisher.url("/a.mp3"));
            assertThat(item.page()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=alternate type=application/rss+xml title='Reacties' href=/comments/feed/><link rel='ALTERNATE home' type='Application/RSS+XML' href=/feed>",
                "<link rel=alternate type='application/rss+xml; charset=utf-8' href=/feed><link rel=alternate type=application/rss+xml href=/comments/feed/>",
                "<base href=/diep/><link rel=alternate type=application/atom+xml href=../feed>",
                "<body><a href='/over-ons'>Over ons</a> <a href='/comments/feed/'>Reacties</a> <a href=/feed>RSS</a>"
            })
    void theFeedOfAPageIsFoundHoweverItNamesIt(String html) {
        publisher.serves("/", "text/html", "<!doctype html><html><title>Vakblad</title>" + html);
        rss("/feed", item("a"));

        assertThat(keys(discover("/"))).containsExactly("a");
    }

    @Test
    void undefinedEntitiesUndeclaredPrefixesAndBareAmpersandsAreRead() {
        rss(
                "/feed",
                "<item><title>Zagen & schaven&nbsp;nu</title><guid>a</guid><media:thumbnail url=\"/b.png\"/><dc:creator>An</dc:creator></item>");

        assertThat(items(discover("/feed")).getFirst().listed().about(Field.IMAGE))
                .hasSize(1);
    }

    @Test
    void trackingParametersChangeNeitherAddressNorIdentity() {
        rss(
                "/feed",
                "<item><title>A</title><link>/a?utm_source=x&amp;p=1</link></item><item><title>A</title><link>/a?p=1&amp;utm_medium=y</link></item>");

        assertThat(items(discover("/feed")))
                .singleElement()
                .satisfies(item -> assertThat(item.url()).isEqualTo(publisher.url("/a?p=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 …", "<html><title>Foto's</title></html>", "{\"foo\":1}", "<svg/>", "niets"})
    void whatIsNoFeedIsNamed(String body) {
        publisher.serves("/feed", "application/octet-stream", body);

        assertThat(failure(discover("/feed")).reason()).isEqualTo(Reason.WRONG_TYPE);
        assertThat(failure(discover("/feed")).detail()).isNotBlank();
    }

    @Test
    void externalEntitiesAreNeverResolvedNorExpanded() {
        publisher.serves(
                "/feed",
                "application/xml",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + publisher.url("/geheim") + "\">]>"
                        + RSS.formatted("<item><title>&x;</title><guid>a</guid></item>"));

        discover("/feed");

        assertThat(publisher.requestsTo("/geheim")).isZero();
    }

    @Test
    void deepNestingIsBounded() {
        publisher.serves(
                "/feed", "application/xml", RSS.formatted("<item><guid>a</guid>" + "<x>".repeat(100_000) + "</item>"));

        assertThat(discover("/feed")).isNotEmpty();
    }

    private void rss(String path, String content) {
        publisher.serves(path, "application/rss+xml", RSS.formatted(content));
    }

    private static String item(String guid) {
        return "<item><title>" + guid + "</title><guid isPermaLink=\"false\">" + guid + "</guid><link>/" + guid
                + "</link></item>";
    }

    private List<Discovered> discover(String path) {
        return new FeedConnector(fetcher)
                .discover(new Discovery(source(path), Discovery.Scope.FULL, Checkpoint.START, url -> Optional.empty()))
                .toList();
    }

    private static List<Item> items(List<Discovered> found) {
        return found.stream()
                .filter(Discovered.Found.class::isInstance)
                .map(one -> ((Discovered.Found) one).item())
                .toList();
    }

    private static List<String> keys(List<Discovered> found) {
        return items(found).stream().map(item -> item.key().value()).toList();
    }

    private static Failure failure(List<Discovered> found) {
        return found.stream()
                .filter(Discovered.Broken.class::isInstance)
                .map(one -> ((Discovered.Broken) one).failure())
                .findFirst()
                .orElseThrow();
    }

    private Source source(String path) {
        return new Source(
                new SourceId("vakblad"),
                "Vakblad",
                Optional.empty(),
                SourceKind.PUBLISHER,
                new ConnectorSettings("feed", publisher.url(path), Map.of()),
                Optional.empty(),
                List.of(),
                false,
                new Politeness(Duration.ZERO, 4),
                Defaults.NONE,
                PassOn.METADATA,
                UrlPatterns.ALL,
                Map.of(),
                Limits.DEFAULT,
                true);
    }
}

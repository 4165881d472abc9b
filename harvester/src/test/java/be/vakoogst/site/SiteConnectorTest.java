package be.vakoogst.site;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteConnectorTest {

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final SiteConnector connector = new SiteConnector(fetcher);

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void pagesAreFoundByLinksAndNotAskedForAgain() {
        page("/", "<a href='/een'>een</a>");
        page("/een", "<a href='/twee#deel'>twee</a>");
        page("/twee", "<a href='/een'>terug</a>");

        Offered offered = whole(Map.of());

        assertThat(paths(offered)).containsExactly("/een", "/twee");
        assertThat(offered.only(Discovered.Found.class))
                .allMatch(found -> found.read().isPresent());
        assertThat(publisher.requestsTo("/een")).isOne();
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void withoutAnyDepthThePageItselfIsTheItemHoweverItsAddressLooks() {
        page("/kalender?date=2026-11-28&sid=0123456789abcdef0123456789abcdef", "<a href='/een'>een</a>");

        Offered offered = Offered.whole(
                connector,
                publisher.url("/kalender?date=2026-11-28&sid=0123456789abcdef0123456789abcdef"),
                Map.of("depth", 0));

        assertThat(offered.items()).hasSize(1);
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aSinglePageThatDoesNotWantToBeIndexedIsTold() {
        publisher.serves("/", "text/html", "<meta name=robots content=noindex>");

        Offered offered = whole(Map.of("depth", 0));

        assertThat(offered.items()).isEmpty();
        assertThat(offered.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.detail()).contains("noindex"));
    }

    @Test
    void noFurtherThanTheDepthAsked() {
        page("/", "<a href='/een'>een</a>");
        page("/een", "<a href='/twee'>twee</a>");
        page("/twee", "");

        assertThat(paths(whole(Map.of("depth", 1)))).containsExactly("/een");
    }

    @Test
    void moreThanTheCountAskedIsSaidAndNotComplete() {
        page("/", "<a href='/een'>een</a><a href='/twee'>twee</a>");
        page("/een", "");
        page("/twee", "");

        Offered offered = whole(Map.of("pages", 2));

        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.TOO_MANY);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void noindexIsNoItemAndNofollowIsNotFollowed() {
        page("/", "<a href='/een'>een</a><a href='/twee' rel='nofollow'>twee</a>");
        publisher.serves(
                "/een",
                "text/html",
                "<html><head><meta name='robots' content='noindex'></head><a href='/drie'>drie</a></html>");
        page("/drie", "");

        assertThat(paths(whole(Map.of()))).containsExactly("/drie");
    }

    @Test
    void twoAddressesOfOnePageAreOneItem() {
        page("/", "<a href='/een?a=1'>a</a><a href='/een?a=2'>b</a>");
        String canonical = "<html><head><link rel='canonical' href='/een'></head><body>tekst</body></html>";
        publisher.serves("/een?a=1", "text/html", canonical);
        publisher.serves("/een?a=2", "text/html", canonical);

        assertThat(paths(whole(Map.of()))).containsExactly("/een");
    }

    @Test
    void sessionIdsMakeNoNewPages() {
        page("/", "<a href='/een?PHPSESSID=abc'>a</a><a href='/een?PHPSESSID=def'>b</a>");
        page("/een", "");

        assertThat(paths(whole(Map.of()))).containsExactly("/een");
    }

    @Test
    void aCalendarWithoutEndIsLeftAfterAWhile() {
        StringBuilder links = new StringBuilder();
        for (int month = 0; month < 200; month++) {
            links.append("<a href='/kalender?maand=").append(month).append("'>m</a>");
            page("/kalender?maand=" + month, "");
        }
        page("/", links.toString());

        assertThat(whole(Map.of()).items()).hasSize(50);
    }

    @Test
    void otherHostsAreNotEntered() {
        page("/", "<a href='https://elders.example/x'>x</a>");

        assertThat(whole(Map.of()).items()).isEmpty();
    }

    @Test
    void aPageThatFailsCostsThatPageOnly() {
        page("/", "<a href='/weg'>weg</a><a href='/een'>een</a>");
        page("/een", "");

        Offered offered = whole(Map.of());

        assertThat(paths(offered)).containsExactly("/een");
    }

    @Test
    void noneIsNeitherItemNorWay() {
        page("/", "<a href='/een'>een</a>");
        publisher.serves(
                "/een",
                "text/html",
                "<html><head><meta name='robots' content='none'></head><a href='/twee'>t</a></html>");
        page("/twee", "");

        assertThat(whole(Map.of()).items()).isEmpty();
    }

    @Test
    void whatAHeaderSaysToOtherRobotsIsNotForUs() {
        page("/", "<a href='/een'>een</a><a href='/twee'>twee</a>");
        publisher.servesWithHeader("/een", "text/html", "<html>een</html>", "X-Robots-Tag", "otherbot: noindex");
        publisher.servesWithHeader("/twee", "text/html", "<html>twee</html>", "X-Robots-Tag", "noindex");

        assertThat(paths(whole(Map.of()))).containsExactly("/een");
    }

    @Test
    void linksAreRelativeToTheBaseThatThePageNames() {
        publisher.serves(
                "/", "text/html", "<html><head><base href='/map/'></head><body><a href='een'>een</a></body></html>");
        page("/map/een", "");

        assertThat(paths(whole(Map.of()))).containsExactly("/map/een");
    }

    @Test
    void aPageThatLeadsToAnotherHostIsNoItemOfThisSite() {
        try (Publisher other = new Publisher()) {
            other.serves("/elders", "text/html", "<html><body>elders</body></html>");
            page("/", "<a href='/weg'>weg</a>");
            publisher.redirects("/weg", 302, other.url("/elders").toString());

            Offered offered = whole(Map.of());

            assertThat(offered.items()).isEmpty();
            assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.FOREIGN_HOST);
        }
    }

    @Test
    void aCalendarInThePathIsLeftAfterAWhileAsWell() {
        StringBuilder links = new StringBuilder();
        for (int month = 0; month < 200; month++) {
            String path = "/agenda/" + (2000 + month / 12) + "/" + (1 + month % 12) + "/";
            links.append("<a href='").append(path).append("'>m</a>");
            page(path, "");
        }
        page("/", links.toString());

        assertThat(whole(Map.of()).items()).hasSize(50);
    }

    @Test
    void manyArticlesThatTheOperatorAskedForAreNoTrap() {
        StringBuilder links = new StringBuilder();
        for (int number = 0; number < 60; number++) {
            links.append("<a href='/artikel?nr=").append(number).append("'>a</a>");
            page("/artikel?nr=" + number, "");
        }
        page("/", links.toString());

        assertThat(Offered.wanting(connector, publisher.url("/"), "/artikel").items())
                .hasSize(60);
    }

    @Test
    void pathsThatRepeatThemselvesAreLeft() {
        page("/", "<a href='/a/b/a/b/a/b/'>a</a><a href='/een'>een</a>");
        page("/een", "");

        assertThat(paths(whole(Map.of()))).containsExactly("/een");
    }

    @Test
    void aPageWhoseServerFailsIsNotGone() {
        page("/", "<a href='/een'>een</a><a href='/twee'>twee</a>");
        page("/een", "");
        publisher.answersStatus("/twee", 500);

        Offered offered = whole(Map.of());

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).extracting(Failure::url).containsExactly(publisher.url("/twee"));
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void whatRobotsTxtForbidsIsNotAskedForAndSaid() {
        publisher.serves("/robots.txt", "text/plain", "User-agent: *\nDisallow: /twee");
        page("/", "<a href='/een'>een</a><a href='/twee'>twee</a>");
        page("/een", "");
        page("/twee", "");

        Offered offered = whole(Map.of());

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.ROBOTS);
        assertThat(publisher.requestsTo("/twee")).isZero();
        assertThat(offered.complete()).isTrue();
    }

    private Offered whole(Map<String, Object> options) {
        return Offered.whole(connector, publisher.url("/"), options);
    }

    private static List<String> paths(Offered offered) {
        return offered.items().stream().map(item -> item.url().getPath()).toList();
    }

    private void page(String path, String body) {
        publisher.serves(
                path, "text/html", "<html><head><title>" + path + "</title></head><body>" + body + "</body></html>");
    }
}

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

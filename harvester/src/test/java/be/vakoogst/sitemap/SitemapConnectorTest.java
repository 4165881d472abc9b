package be.vakoogst.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SitemapConnectorTest {

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final SitemapConnector connector = new SitemapConnector(fetcher);

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void nestedAndCompressedIndexesAreWalkedToTheirPages() throws IOException {
        xml("/sitemap.xml", index("/a.xml", "/nested.xml"));
        xml("/a.xml", urls(url("/een")));
        xml("/nested.xml", index("/b.xml.gz"));
        publisher.serves("/b.xml.gz", "application/gzip", gzip(urls(url("/twee"))));

        Offered offered = whole("/sitemap.xml");

        assertThat(paths(offered)).containsExactly("/een", "/twee");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void sitemapsAreFoundByRobotsTxt() {
        publisher.serves(
                "/robots.txt", "text/plain", "User-agent: *\nAllow: /\nSitemap: " + publisher.url("/kaart.xml"));
        xml("/kaart.xml", urls(url("/een")));

        assertThat(paths(whole("/"))).containsExactly("/een");
    }

    @Test
    void sitemapsAreFoundAtTheUsualPlaces() {
        xml("/wp-sitemap.xml", urls(url("/een")));

        assertThat(paths(whole("/"))).containsExactly("/een");
    }

    @Test
    void aSiteWithoutSitemapIsAFailureThatSaysWhereItWasLookedFor() {
        assertThat(whole("/").failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(failure.detail()).contains("/wp-sitemap.xml");
        });
    }

    @Test
    void aLastmodThatDiffersBetweenPagesIsBelieved() {
        xml("/s.xml", urls(dated("/een", "2026-01-01"), dated("/twee", "2026-02-01")));

        assertThat(whole("/s.xml").items()).noneMatch(item -> item.fingerprint().isEmpty());
    }

    @Test
    void aLastmodThatIsTheSameEverywhereIsNotBelieved() {
        String all = IntStream.range(0, 3)
                .mapToObj(number -> dated("/p" + number, "2026-11-24"))
                .collect(Collectors.joining());
        xml("/s.xml", urls(all));

        assertThat(whole("/s.xml").items())
                .hasSize(3)
                .allMatch(item -> item.fingerprint().isEmpty());
    }

    @Test
    void entriesOfOtherHostsArePassedOverAndCounted() {
        xml("/s.xml", urls(url("/een"), "<url><loc>https://elders.example/twee</loc></url>"));

        Offered offered = whole("/s.xml");

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.FOREIGN_HOST);
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void relativeEntriesAreResolved() {
        xml("/map/s.xml", urls("<url><loc>een</loc></url>"));

        assertThat(paths(whole("/map/s.xml"))).containsExactly("/map/een");
    }

    @Test
    void extensionsSpeakOfTheirPage() {
        xml(
                "/s.xml",
                urls(
                        "<url><loc>/v</loc><video:video><video:title>Zwaluwstaart</video:title><video:duration>90</video:duration>"
                                + "<video:thumbnail_loc>/v.jpg</video:thumbnail_loc></video:video></url>"));

        Item item = whole("/s.xml").items().getFirst();

        assertThat(item.listed().about(Field.TITLE)).hasSize(1);
        assertThat(item.listed().about(Field.DURATION)).hasSize(1);
        assertThat(item.listed().about(Field.IMAGE)).hasSize(1);
    }

    @Test
    void aTruncatedFileGivesWhatCameBeforeAndIsNotComplete() {
        xml("/s.xml", "<urlset>" + url("/een") + "<url><loc>/twe");

        Offered offered = whole("/s.xml");

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.url()).isEqualTo(publisher.url("/s.xml"));
            assertThat(failure.stage()).isEqualTo(Stage.DISCOVER);
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        });
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void anIndexThatNamesItselfEnds() {
        xml("/s.xml", index("/s.xml", "/a.xml"));
        xml("/a.xml", urls(url("/een")));

        assertThat(paths(whole("/s.xml"))).containsExactly("/een");
    }

    @Test
    void endlessNestingIsCutOffAndSaid() {
        IntStream.range(0, 9).forEach(number -> xml("/s" + number, index("/s" + (number + 1))));

        assertThat(whole("/s0").failures()).extracting(Failure::reason).contains(Reason.TOO_MANY);
    }

    @Test
    void oneMissingFileOfAnIndexCostsThatFileOnly() {
        xml("/s.xml", index("/weg.xml", "/a.xml"));
        xml("/a.xml", urls(url("/een")));

        Offered offered = whole("/s.xml");

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.NOT_FOUND);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void entitiesAreNeverExpanded() {
        xml(
                "/s.xml",
                "<!DOCTYPE u [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>/een&a;</loc></url></urlset>");

        assertThat(paths(whole("/s.xml"))).containsExactly("/een&a;");
    }

    @Test
    void compressedAndPlainSitemapsAreFoundAtTheUsualPlacesToo() throws IOException {
        publisher.serves("/sitemap.xml", "text/html", "<html><body>Niet gevonden</body></html>");
        publisher.answersStatus("/sitemap_index.xml", 403);
        publisher.serves("/sitemap.xml.gz", "application/gzip", gzip(urls(url("/een"))));

        Offered offered = whole("/");

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aSitemapThatRobotsTxtNamesAndThatIsNotThereIsLookedForElsewhere() {
        publisher.serves("/robots.txt", "text/plain", "Sitemap: " + publisher.url("/oud.xml"));
        xml("/sitemap_index.xml", index("/a.xml"));
        xml("/a.xml", urls(url("/een")));

        Offered offered = whole("/");

        assertThat(paths(offered)).containsExactly("/een");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.NOT_FOUND);
    }

    @Test
    void aSitemapSpeaksForAnotherHostWhoseRobotsTxtNamesIt() {
        try (Publisher other = new Publisher()) {
            other.serves("/robots.txt", "text/plain", "Sitemap: " + publisher.url("/index.xml"));
            xml("/index.xml", index("/kind.xml"));
            xml("/kind.xml", urls("<url><loc>" + other.url("/twee") + "</loc></url>"));
            xml("/vreemd.xml", urls("<url><loc>" + other.url("/twee") + "</loc></url>"));

            assertThat(whole("/index.xml").keys())
                    .containsExactly(other.url("/twee").toString());
            assertThat(whole("/vreemd.xml").failures())
                    .extracting(Failure::reason)
                    .containsExactly(Reason.FOREIGN_HOST);
        }
    }

    @Test
    void feedsServeAsSitemaps() {
        xml("/s.xml", "<rss><channel><link>/</link><item><link>/een</link><pubDate>x</pubDate></item></channel></rss>");
        xml("/a.xml", "<feed><link href='/'/><entry><link rel='alternate' href='/twee'/></entry></feed>");

        assertThat(paths(whole("/s.xml"))).containsExactly("/een");
        assertThat(paths(whole("/a.xml"))).containsExactly("/twee");
    }

    @Test
    void plainLinesAreASitemap() {
        publisher.serves(
                "/s.txt",
                "text/plain",
                "# lessen\r\n" + publisher.url("/een") + "\r\n\r\n" + publisher.url("/twee") + "\r\n");

        assertThat(paths(whole("/s.txt"))).containsExactly("/een", "/twee");
    }

    @Test
    void anAddressInACdataSectionIsTakenAsItStands() {
        xml(
                "/s.xml",
                urls("<url><loc><![CDATA[" + publisher.url("/les?a=1&b=2") + "]]></loc></url>", url("/les?c=1&d=2")));

        assertThat(whole("/s.xml").items())
                .extracting(Item::url)
                .containsExactly(publisher.url("/les?a=1&b=2"), publisher.url("/les?c=1&d=2"));
    }

    @Test
    void aPlaceWithinAPageIsNoPageOfItsOwn() {
        xml("/s.xml", urls(url("/een"), url("/een#deel-2"), url("/app#!/les/3")));

        assertThat(whole("/s.xml").items())
                .extracting(Item::url)
                .containsExactly(publisher.url("/een"), publisher.url("/app#!/les/3"));
    }

    @Test
    void aPageInTwoSitemapsIsOneItem() {
        xml("/s.xml", index("/a.xml", "/b.xml"));
        xml("/a.xml", urls(url("/een"), url("/twee")));
        xml("/b.xml", urls(url("/twee"), url("/drie")));

        assertThat(paths(whole("/s.xml"))).containsExactly("/een", "/twee", "/drie");
    }

    @Test
    void archivesAreNoItemsUnlessTheyAreAskedFor() {
        xml("/wp-sitemap.xml", index("/wp-sitemap-posts-post-1.xml", "/wp-sitemap-taxonomies-category-1.xml"));
        xml("/wp-sitemap-posts-post-1.xml", urls(url("/een")));
        xml("/wp-sitemap-taxonomies-category-1.xml", urls(url("/rubriek")));

        assertThat(paths(whole("/wp-sitemap.xml"))).containsExactly("/een");
        assertThat(paths(Offered.whole(connector, publisher.url("/wp-sitemap.xml"), Map.of("skip", List.of()))))
                .containsExactly("/een", "/rubriek");
    }

    @Test
    void theFrontPageIsNoItemUnlessItIsNamed() {
        xml("/s.xml", urls(url("/"), url("/een")));

        assertThat(paths(whole("/s.xml"))).containsExactly("/een");
    }

    @Test
    void fiftyThousandEntriesAreReadAStepAtATime() {
        String entries = IntStream.range(0, 50_000)
                .mapToObj(number -> url("/p" + number))
                .collect(Collectors.joining());
        xml("/s.xml", urls(entries));

        assertThat(whole("/s.xml").items()).hasSize(50_000);
    }

    @Test
    void aPageWhoseServerFailedIsNotGone() {
        xml("/s.xml", index("/a.xml", "/b.xml"));
        xml("/a.xml", urls(url("/een")));
        publisher.answersStatus("/b.xml", 500);

        Offered offered = whole("/s.xml");

        assertThat(offered.complete()).isFalse();
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.SERVER_ERROR);
    }

    private Offered whole(String path) {
        return Offered.whole(connector, publisher.url(path), Map.of());
    }

    private static List<String> paths(Offered offered) {
        return offered.items().stream().map(item -> item.url().getPath()).toList();
    }

    private void xml(String path, String body) {
        publisher.serves(path, "application/xml", body);
    }

    private static String index(String... files) {
        return "<sitemapindex>"
                + java.util.Arrays.stream(files)
                        .map(file -> "<sitemap><loc>" + file + "</loc></sitemap>")
                        .collect(Collectors.joining())
                + "</sitemapindex>";
    }

    private static String urls(String... entries) {
        return "<urlset>" + String.join("", entries) + "</urlset>";
    }

    private static String url(String path) {
        return "<url><loc>" + path + "</loc></url>";
    }

    private static String dated(String path, String date) {
        return "<url><loc>" + path + "</loc><lastmod>" + date + "</lastmod></url>";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}

package be.vakoogst.survey;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.feed.FeedConnector;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.oai.OaiConnector;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.rest.RestConnector;
import be.vakoogst.sitemap.SitemapConnector;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLookTest {

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final FirstLook look = new FirstLook(
            fetcher,
            List.of(
                    new SitemapConnector(fetcher),
                    new OaiConnector(fetcher, InstantSource.system()),
                    new FeedConnector(fetcher),
                    new RestConnector(fetcher, InstantSource.system())),
            new Politeness(Duration.ofMillis(5), 3));

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feed    | application/rss+xml   | <rss><channel><item><title>x</title></item></channel></rss>
            feed    | text/plain            | <feed xmlns='http://www.w3.org/2005/Atom'></feed>
            feed    | application/json      | {"version": "https://jsonfeed.org/version/1.1", "items": []}
            feed    | text/html             | <html><link rel=alternate type=application/rss+xml href=/feed></html>
            sitemap | application/xml       | <?xml version='1.0'?><urlset><url><loc>/a</loc></url></urlset>
            sitemap | text/html             | <s:sitemapindex xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'></s:sitemapindex>
            oai     | text/xml              | <OAI-PMH><error code='badVerb'/></OAI-PMH>
            site    | text/html             | <html><h1>Een pen-en-gatverbinding</h1></html>
            site    | application/pdf       | %PDF-1.7
            rest    | application/json      | {"items": [{"naam": "Zagen", "link": "/1"}]}
            site    | text/html             | <html><script type=application/ld+json>{"@type": "ItemList", "itemListElement": ["/1"]}</script></html>
            feed    | application/json      | {"naam": "Geen lijst"}
            feed    | image/png             | PNG
            """)
    void whatStandsAtAnAddressSaysHowItIsHarvested(String connector, String type, String body) {
        publisher.serves("/hier", type, body);

        SourceDraft draft = look.at(publisher.url("/hier"));

        assertThat(draft.connector()).isEqualTo(connector);
        assertThat(draft.source().connector().url()).isEqualTo(publisher.url("/hier"));
        assertThat(draft.source().politeness().concurrency()).isEqualTo(3);
        assertThat(publisher.requestsTo("/hier")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "https://bank.example/oai/request?verb=Identify, oai",
        "https://bank.example/sitemap_index.xml, sitemap",
        "https://bank.example/wp-json/wp/v2/posts, rest",
        "https://www.youtube.com/channel/UC0123456789012345678901, feed"
    })
    void anAddressThatSaysItByItselfIsNotAskedFor(URI address, String connector) {
        assertThat(look.at(address).connector()).isEqualTo(connector);
    }

    @Test
    void aFrontPageWithoutAFeedLeadsToItsSitemap() {
        publisher.serves("/", "text/html", "<h1>Welkom</h1>");
        publisher.serves("/sitemap.xml", "application/xml", "<urlset><url><loc>/les</loc></url></urlset>");

        assertThat(look.at(publisher.url("/")).connector()).isEqualTo("sitemap");
    }

    @Test
    void aFrontPageWithoutAnythingIsAPage() {
        publisher.serves("/", "text/html", "<h1>Welkom</h1>");

        assertThat(look.at(publisher.url("/")).options()).containsEntry("depth", 0);
    }

    @Test
    void whatDoesNotAnswerIsLeftToTheConnectorToExplain() {
        publisher.answersStatus("/weg", 404);

        assertThat(look.at(publisher.url("/weg")).connector()).isEqualTo("feed");
        assertThat(publisher.requestsTo("/weg")).isOne();
    }
}

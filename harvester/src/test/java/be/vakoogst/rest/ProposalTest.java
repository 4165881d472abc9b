package be.vakoogst.rest;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed for a list that nobody described reads it. */
class ProposalTest {

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final RestConnector connector = new RestConnector(fetcher, InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void aListIsFoundByItsShapeHoweverItIsWrapped() {
        json("/api", """
                {"status": {"code": 200}, "menu": [{"name": "Start", "url": "/"}, {"name": "Over ons", "url": "/over"}],
                 "antwoord": {"lessen": [
                   {"nr": 7, "uuid": "a-7", "titel": "Bochten zagen", "html_url": "/les/7", "samenvatting": "Met de lintzaag.",
                    "licentie": "CC BY 4.0", "trefwoorden": ["hout", "zagen"], "datum": "2026-03-01", "foto": 3},
                   {"nr": 8, "uuid": "a-8", "titel": "Schaven", "html_url": "/les/8", "licentie": "CC BY 4.0"}]}}""");

        Map<String, Object> options = proposed("/api").orElseThrow();

        assertThat(options)
                .containsEntry("items", "/antwoord/lessen")
                .containsEntry("key", "/uuid")
                .containsEntry("link", "/html_url")
                .containsEntry("page", true)
                .doesNotContainKey("paging");
        Item first = read("/api", options).items().getFirst();
        assertThat(first.url()).isEqualTo(publisher.url("/les/7"));
        assertThat(texts(first, Field.TITLE)).containsExactly("Bochten zagen");
        assertThat(texts(first, Field.DESCRIPTION)).containsExactly("Met de lintzaag.");
        assertThat(texts(first, Field.KEYWORD)).containsExactly("hout", "zagen");
        assertThat(texts(first, Field.LICENCE)).containsExactly("CC BY 4.0");
    }

    @Test
    void membersThatWrapWhatTheySayAreReadWithin() {
        json("/artikels", """
                {"data": [{"type": "les", "id": "1", "attributes": {"title": "Metselverband", "body": "<p>Steens</p>"},
                  "author": {"name": "An", "url": "https://an.example/"}, "links": {"self": "/artikels/1", "html": "/l/1"}},
                  {"type": "les", "id": "2", "attributes": {"title": "Voegen"}, "author": {"name": "An", "url": "https://an.example/"},
                   "links": {"self": "/artikels/2", "html": "/l/2"}}], "links": {"next": {"href": "/artikels?page%5Bafter%5D=2"}}}""");

        Map<String, Object> options = proposed("/artikels").orElseThrow();

        assertThat(options)
                .containsEntry("items", "/data")
                .containsEntry("key", "/id")
                .containsEntry("link", "/links/html")
                .containsEntry("paging", Map.of("style", "next", "at", "/links/next/href"));
        json("/artikels?page%5Bafter%5D=2", "{\"data\": []}");
        assertThat(read("/artikels", options).items())
                .extracting(item -> texts(item, Field.TITLE))
                .containsExactly(List.of("Metselverband"), List.of("Voegen"));
    }

    @Test
    void hitsOfASearchEngineAreReadFromTheirSource() {
        json("/zoek", """
                {"took": 3, "hits": {"total": 2, "hits": [
                  {"_index": "oer", "_id": "x", "_source": {"id": "https://oer.example/1", "name": {"nl": "Solderen", "fr": "Souder"}, "about": [{"id": "https://x.example/e", "prefLabel": {"nl": "Elektriciteit"}}]}},
                  {"_index": "oer", "_id": "y", "_source": {"id": "https://oer.example/2", "name": {"nl": "Krimpen"}}}]}}""");

        Map<String, Object> options = proposed("/zoek").orElseThrow();

        Item first = read("/zoek", options).items().getFirst();
        assertThat(first.key().value()).isEqualTo("x");
        assertThat(first.url()).isEqualTo(URI.create("https://oer.example/1"));
        assertThat(texts(first, Field.TITLE)).containsExactly("Solderen");
    }

    @Test
    void listsWithinGroupsCountTogether() {
        json("/groepen", """
                {"groepen": [{"naam": "Hout", "lessen": [{"id": 1, "titel": "Zagen", "url": "/1"}]},
                             {"naam": "Bouw", "lessen": [{"id": 2, "titel": "Metselen", "url": "/2"}, {"id": 3, "titel": "Voegen", "url": "/3"}]}]}""");

        Map<String, Object> options = proposed("/groepen").orElseThrow();

        assertThat(options).containsEntry("items", "/groepen/*/lessen");
        assertThat(read("/groepen", options).keys()).containsExactly("1", "2", "3");
    }

    @Test
    void aListOfNothingButAddressesIsOne() {
        json("/adressen", "[\"https://vak.example/1\", \"https://vak.example/2\"]");

        Map<String, Object> options = proposed("/adressen").orElseThrow();

        assertThat(read("/adressen", options).items())
                .extracting(Item::url)
                .containsExactly(URI.create("https://vak.example/1"), URI.create("https://vak.example/2"));
    }

    @Test
    void whatLeadsToProgramsIsNoPageToRead() {
        json("/v1", "[{\"id\": 1, \"title\": \"Zagen\", \"url\": \"/api/lessen/1\"}]");

        assertThat(proposed("/v1").orElseThrow()).containsEntry("page", false);
    }

    @Test
    void theNextPartIsFoundAsTheAnswerTellsIt() {
        String two = "[" + lesson(1) + "," + lesson(2) + "]";
        publisher.servesWithHeader("/kop", "application/json", two, "Link", "</kop?p=2>; rel=\"next\"");
        json("/in", "{\"items\": " + two + ", \"next\": \"/in/2\"}");
        json("/telt", "{\"page\": 0, \"totalPages\": 4, \"total\": 8, \"items\": " + two + "}");
        json("/schuift", "{\"meta\": {\"offset\": 0, \"limit\": 2, \"total\": 5}, \"items\": " + two + "}");
        json("/vraag?offset=0&limit=2", "{\"items\": " + two + "}");
        json("/teken", "{\"nextPageToken\": \"abc\", \"items\": " + two + "}");
        json("/laatste", "{\"next\": null, \"items\": " + two + "}");

        assertThat(paging("/kop")).isEqualTo(Map.of("style", "link"));
        assertThat(paging("/in")).isEqualTo(Map.of("style", "next", "at", "/next"));
        assertThat(paging("/telt"))
                .isEqualTo(Map.of("style", "page", "parameter", "page", "start", 0, "total", "/total"));
        assertThat(paging("/schuift"))
                .isEqualTo(Map.of("style", "offset", "parameter", "offset", "start", 0, "total", "/meta/total"));
        assertThat(paging("/vraag?offset=0&limit=2"))
                .isEqualTo(Map.of("style", "offset", "parameter", "offset", "start", 0));
        assertThat(paging("/teken"))
                .isEqualTo(Map.of("style", "cursor", "parameter", "pageToken", "at", "/nextPageToken"));
        json("/vraag?page=4", "{\"items\": " + two + "}");
        json("/einde", "{\"pageInfo\": {\"endCursor\": \"x\", \"hasNextPage\": false}, \"items\": " + two + "}");
        assertThat(paging("/vraag?page=4")).isEqualTo(Map.of("style", "page", "parameter", "page", "start", 1));
        assertThat(paging("/einde")).isEqualTo(Map.of());
        assertThat(paging("/laatste")).isEqualTo(Map.of("style", "next", "at", "/next"));
    }

    @Test
    void pagesThatAreCountedAreAllRead() {
        json("/lessen?pagina=1", "{\"pagina\": 1, \"pages\": 2, \"items\": [" + lesson(1) + "]}");
        json("/lessen?pagina=2", "{\"pagina\": 2, \"pages\": 2, \"items\": [" + lesson(2) + "]}");
        json("/lessen?pagina=3", "{\"pagina\": 3, \"pages\": 2, \"items\": []}");
        json("/lessen", "{\"pagina\": 1, \"pages\": 2, \"items\": [" + lesson(1) + "]}");

        Offered offered = read("/lessen", proposed("/lessen").orElseThrow());

        assertThat(offered.keys()).containsExactly("1", "2");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void thePageOfACollectionIsReadByTheListInItsJsonLd() {
        page("/lessen", """
                {"@context": "https://schema.org", "@graph": [
                  {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Start", "item": "/"},
                   {"@type": "ListItem", "name": "Lessen", "item": "/lessen"}, {"@type": "ListItem", "name": "Hout", "item": "/hout"}]},
                  {"@type": "CollectionPage", "name": "Lessen", "mainEntity": {"@type": "ItemList", "itemListElement": [
                   {"@type": "ListItem", "position": 1, "item": {"@type": "LearningResource", "name": "Zagen", "url": "/les/1"}},
                   {"@type": "ListItem", "position": 2, "item": {"@type": "LearningResource", "name": "Schaven", "url": "/les/2"}}]}}]}""", "<a rel='next' href='/lessen?p=2'>verder</a>");
        page("/lessen?p=2", """
                {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"name": "Boren", "url": "/les/3"}}]}""", "");

        Map<String, Object> options = proposed("/lessen").orElseThrow();

        assertThat(options).containsEntry("jsonLd", true).containsEntry("items", "/ItemList/*/itemListElement");
        Offered offered = read("/lessen", options);
        assertThat(offered.items())
                .extracting(Item::url)
                .containsExactly(publisher.url("/les/1"), publisher.url("/les/2"), publisher.url("/les/3"));
        assertThat(offered.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\": \"schema:ItemList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"position\": 1, \"url\": \"/les/1\"}]}",
                "[{\"@type\": [\"Thing\", \"ItemList\"], \"itemListElement\": [\"/les/1\"]}]",
                "{\"@type\": \"DataFeed\", \"dataFeedElement\": [{\"@type\": \"DataFeedItem\", \"item\": {\"name\": \"Zagen\", \"@id\": \"/les/1\"}}]}",
                "{\"@type\": \"CollectionPage\", \"hasPart\": [{\"@type\": \"Article\", \"name\": \"Zagen\", \"url\": \"/les/1\"}]}",
                "[{\"@type\": \"LearningResource\", \"name\": \"Zagen\", \"id\": \"/les/1\"}, {\"@type\": \"LearningResource\", \"name\": \"Boren\", \"id\": \"/les/2\"}]"
            })
    void everyListOfSchemaOrgIsOne(String jsonLd) {
        page("/lessen", jsonLd, "");

        assertThat(read("/lessen", proposed("/lessen").orElseThrow())
                        .items()
                        .getFirst()
                        .url())
                .isEqualTo(publisher.url("/les/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\": \"ItemList\", \"itemListElement\": [{\"name\": \"Zagen\", \"url\": \"/les/1\"},]}",
                "/*<![CDATA[*/ {\"@type\": \"ItemList\", \"itemListElement\": [{\"name\": \"Zagen\", \"url\": \"/les/1\"}]} /*]]>*/",
                "{\"@type\": \"schema:ItemList\", \"schema:itemListElement\": [{\"schema:name\": \"Zagen\", \"schema:url\": \"/les/1\"}]}"
            })
    void aListIsReadWithTheFaultsThatPagesAreReadWith(String jsonLd) {
        page("/lessen", jsonLd, "");

        assertThat(read("/lessen", proposed("/lessen").orElseThrow()).items())
                .extracting(Item::url)
                .containsExactly(publisher.url("/les/1"));
    }

    @Test
    void whatAPageSaysOfItselfIsNoList() {
        page("/les/1", """
                {"@graph": [{"@type": "WebSite", "name": "Vak", "url": "/"}, {"@type": "Article", "name": "Zagen", "url": "/les/1"},
                 {"@type": "LearningResource", "name": "Zagen", "url": "/les/1"},
                 {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Start", "item": "/"}]}]}""", "");

        assertThat(proposed("/les/1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "null",
                "[1, 2, 3]",
                "[[[[]]]]",
                "\"tekst\"",
                "{\"name\": \"Vak\", \"url\": \"https://vak.example/\", \"sameAs\": [\"https://a.example/x\", \"https://b.example/y\"]}",
                "{\"items\": [{\"title\": \"Zonder adres\"}, {\"title\": \"Ook zonder\"}]}",
                "{\"items\": [{\"title\": \"Zelfde\", \"url\": \"/\"}, {\"title\": \"Zelfde\", \"url\": \"/\"}, {\"title\": \"Zelfde\", \"url\": \"/\"}]}",
                "{\"items\": [{\"title\": {\"nl\": {\"nl\": {}}}, \"url\": [[\"/a\"]]}]}",
                "{\"items\": [{\"title\": \"Vals\", \"url\": \"javascript:alert(1)\"}]}",
                "{\"items\": [{\"title\": \"Vals\", \"url\": \"file:///etc/passwd\"}]}",
                "{\"error\": \"no key\", \"errors\": [{\"title\": \"Forbidden\", \"code\": 403}]}",
                "%PDF-1.7"
            })
    void whatNamesNothingToReadIsNoList(String body) {
        json("/api", body);

        assertThat(proposed("/api")).isEmpty();
    }

    @Test
    void namesThatAreNoPlacesAreLeftAlone() {
        json("/api", """
                {"${HOME}": [{"title": "Val", "url": "/val"}], "a/b": [{"title": "Val", "url": "/val"}],
                 "lessen": [{"id": 1, "*": {"title": "Val"}, "~1": 2, "title": "Zagen", "url": "/1"}]}""");

        Map<String, Object> options = proposed("/api").orElseThrow();

        assertThat(options).containsEntry("items", "/lessen");
        assertThat(read("/api", options).keys()).containsExactly("1");
    }

    @Test
    void nestingAndSizeWithoutEndAreBounded() {
        json("/diep", "{\"a\":".repeat(50_000) + "[]" + "}".repeat(50_000));
        json("/twintig", "{\"a\":".repeat(20) + "[" + lesson(1) + "]" + "}".repeat(20));
        json("/breed", "{\"x\": [" + "{\"y\":[{}]},".repeat(200_000) + "{}]}");
        json(
                "/namen",
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "\"n" + i + "\": {}")
                        .collect(Collectors.joining(",", "[{", "}]")));
        page("/pagina", "[" + "{\"@type\": \"ItemList\", \"itemListElement\": []},".repeat(50_000) + "{}]", "");

        for (String path : List.of("/diep", "/twintig", "/breed", "/namen", "/pagina")) {
            assertThat(proposed(path)).as(path).isEmpty();
        }
    }

    private void json(String path, String body) {
        publisher.serves(path, "application/json", body);
    }

    private void page(String path, String jsonLd, String body) {
        publisher.serves(
                path,
                "text/html",
                "<html lang=nl><title>Lessen</title><script type='application/ld+json'>" + jsonLd + "</script><body>"
                        + body + "</body></html>");
    }

    private static String lesson(int number) {
        return "{\"id\": %1$d, \"title\": \"Les %1$d\", \"url\": \"/les/%1$d\"}".formatted(number);
    }

    private Optional<Map<String, Object>> proposed(String path) {
        Fetched answer = fetcher.fetch(
                FetchRequest.of(publisher.url(path), FetchRequest.Wanted.ANYTHING, new Politeness(Duration.ZERO, 4)));
        return answer instanceof Fetched.Fresh fresh ? connector.howToRead(fresh) : Optional.empty();
    }

    private Object paging(String path) {
        return proposed(path).orElseThrow().getOrDefault("paging", Map.of());
    }

    private Offered read(String path, Map<String, Object> options) {
        return Offered.whole(connector, publisher.url(path), options);
    }

    private static List<String> texts(Item item, Field field) {
        return item.listed().statements().stream()
                .filter(statement -> statement.field() == field)
                .map(statement -> switch (statement.value()) {
                    case Value.Html(String text) -> text;
                    case Value.Text(String text) -> text;
                    default -> statement.value().toString();
                })
                .toList();
    }
}

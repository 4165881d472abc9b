package be.vakoogst.rest;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of the operators' page are sources that work as they stand. */
class ExampleSourcesTest {

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void anEduSharingRepositoryIsReadByItsSearch() {
        String search =
                "/rest/search/v1/custom/-home-?contentType=FILES&property=cm:name&value=*&maxItems=100&skipCount=";
        publisher.serves(search + "0", "application/json", """
                {"nodes": [{"ref": {"id": "a1"}, "name": "les.pdf", "title": "Zwaluwstaarten",
                  "properties": {"cclom:general_keyword": ["hout", "verbinding"], "ccm:wwwurl": ["https://bron.example/les"]}},
                 {"ref": {"id": "a2"}, "name": "Metselverbanden", "properties": {}}],
                 "pagination": {"total": 2}}
                """);
        publisher.serves(search + "2", "application/json", "{\"nodes\": [], \"pagination\": {\"total\": 2}}");

        List<Item> items = items("edu-sharing");

        assertThat(items).extracting(item -> item.key().value()).containsExactly("a1", "a2");
        assertThat(items.getFirst().url()).hasToString("https://bron.example/les");
        assertThat(items.getFirst().listed().about(Field.KEYWORD)).hasSize(2);
        assertThat(items.getLast().url())
                .hasToString(publisher.url("/components/render/a2").toString());
    }

    @Test
    void anAmbListingIsReadWithItsKey() {
        publisher.serves("/api/resources", "application/json", "{}");
        publisher.servesWithKey("X-Api-Key", "sleutel", "/api/resources", """
                {"member": [{"id": "https://oer.example/lassen", "name": "Veilig lassen", "inLanguage": ["nl"],
                  "about": [{"id": "x", "prefLabel": {"nl": "Metaal"}}], "creator": [{"name": "An Claes"}],
                  "license": {"id": "https://creativecommons.org/licenses/by/4.0/"}}], "view": {}}
                """);

        Item item = items("amb-listing").getFirst();

        assertThat(item.url()).hasToString("https://oer.example/lassen");
        assertThat(item.listed().about(Field.CATEGORY)).hasSize(1);
        assertThat(item.listed().about(Field.LICENCE)).hasSize(1);
    }

    @Test
    void aWordPressIsReadByItsApiPageByPage() {
        String posts = "/wp-json/wp/v2/posts?orderby=id&order=asc&per_page=100";
        publisher.serves(posts + "&page=1", "application/json", """
                [{"id": 11, "link": "https://vakblad.example/?p=11", "date_gmt": "2026-01-02T03:04:05",
                  "modified_gmt": "2026-02-03T04:05:06", "title": {"rendered": "Trap &#038; leuning"},
                  "excerpt": {"rendered": "<p>Kort</p>"}, "content": {"rendered": "<p>Lang verhaal</p>"}}]
                """);
        publisher.answersStatus(posts + "&page=2", 400);

        Item item = items("wordpress-api").getFirst();

        assertThat(item.key().value()).isEqualTo("11");
        assertThat(item.url()).hasToString("https://vakblad.example/?p=11");
        assertThat(item.page()).isEmpty();
        assertThat(item.listed().about(Field.TITLE)).hasSize(1);
        assertThat(item.listed().about(Field.TEXT)).hasSize(1);
        assertThat(item.listed().about(Field.MODIFIED)).hasSize(1);
    }

    private List<Item> items(String id) {
        Source source = new Sources(Path.of("docs/examples"), this::filled)
                .find(new SourceId(id))
                .orElseThrow();
        Discovery discovery =
                new Discovery(source, Discovery.Scope.FULL, Checkpoint.START, listing -> Optional.empty());
        try (Stream<Discovered> found = new RestConnector(fetcher, InstantSource.system()).discover(discovery)) {
            return found.filter(Discovered.Found.class::isInstance)
                    .map(one -> ((Discovered.Found) one).item())
                    .toList();
        }
    }

    private String filled(String yaml) {
        String here = publisher.url("").toString();
        return yaml.replaceAll("\\$\\{EDU_SHARING_URL:[^}]*}", here)
                .replaceAll("\\$\\{AMB_URL:[^}]*}", here + "/api/resources")
                .replaceAll("\\$\\{WORDPRESS_URL:[^}]*}", here)
                .replace("${AMB_KEY}", "sleutel");
    }
}

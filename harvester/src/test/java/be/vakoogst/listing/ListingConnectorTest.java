package be.vakoogst.listing;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Field;
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

class ListingConnectorTest {

    private static final Map<String, Object> SETTINGS =
            Map.of("item", "li.fiche", "fields", Map.of("title", "h2", "published", "time"));

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final ListingConnector connector = new ListingConnector(fetcher);

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void everyPageOfTheListIsRead() {
        page("/lijst", fiche("een") + fiche("twee") + "<a rel='next' href='/lijst?p=2'>verder</a>");
        page("/lijst?p=2", fiche("twee") + fiche("drie"));

        Offered offered = whole();

        assertThat(offered.keys())
                .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
                .containsExactly("een", "twee", "drie");
        assertThat(offered.complete()).isTrue();
        assertThat(offered.items().getFirst().listed().about(Field.TITLE)).hasSize(1);
    }

    @Test
    void aListWithoutEntriesIsAFailureThatNamesSelectorAndPage() {
        page("/lijst", "<p>Onderhoud</p>");

        assertThat(whole().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.WRONG_TYPE);
            assertThat(failure.detail()).contains("li.fiche").contains("Lijst");
        });
    }

    @Test
    void anEntryThatLeadsNowhereIsTold() {
        page(
                "/lijst",
                fiche("een") + "<li class='fiche'><h2>Binnenkort</h2></li>"
                        + "<li class='fiche'><h2>Vraag het</h2><a href='mailto:ons@bouw.example'>mail</a></li>"
                        + "<li class='fiche'><h2>Bewaar</h2><a href='#'>bewaar</a></li>");

        Offered offered = whole();

        assertThat(offered.keys()).hasSize(1);
        assertThat(offered.failures())
                .extracting(failure -> failure.reason() + " " + failure.detail())
                .satisfiesExactly(
                        none -> assertThat(none).startsWith("NO_URL").contains("item[2]", "Binnenkort", "a[href]"),
                        mail -> assertThat(mail).startsWith("NO_URL").contains("item[3]", "mailto:ons@bouw.example"),
                        button -> assertThat(button).startsWith("NO_URL").contains("item[4]", "'#'"));
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void pagingInACircleEnds() {
        page("/lijst", fiche("een") + "<a rel='next' href='/lijst'>verder</a>");

        assertThat(whole().items()).hasSize(1);
    }

    @Test
    void aWrongSelectorIsSaid() {
        page("/lijst", fiche("een"));

        Offered offered = Offered.whole(connector, publisher.url("/lijst"), Map.of("item", "li[["));

        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
    }

    private Offered whole() {
        return Offered.whole(connector, publisher.url("/lijst"), SETTINGS);
    }

    private void page(String path, String body) {
        publisher.serves(
                path, "text/html", "<html><head><title>Lijst</title></head><body><ul>" + body + "</ul></body></html>");
    }

    private static String fiche(String name) {
        return "<li class='fiche'><h2>" + name + "</h2><time datetime='2026-01-02'>2 januari</time><a href='/f/" + name
                + "'>lees</a></li>";
    }
}

package be.vakoogst.life;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Politeness;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look at an address is right: what only keeps us out says nothing, and what answers to everything says nothing either. */
class LinkCheckTest {

    private static final Politeness AT_ONCE = new Politeness(Duration.ZERO, 4);

    private final Publisher publisher = new Publisher();
    private final Publisher elsewhere = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final LinkCheck links = LinkCheck.by(fetcher, InstantSource.system(), url -> false);

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
        elsewhere.close();
    }

    @Test
    void aPageThatAnswersIsAlive() {
        publisher.serves("/blad/a", "text/html", "<h1>Zwaluwstaart frezen</h1><p>Met de bovenfrees.</p>");

        assertThat(look("/blad/a")).isInstanceOf(LinkVerdict.Alive.class);
    }

    @Test
    void aPage404Or410IsGone() {
        publisher.answersStatus("/a", 404);
        publisher.answersStatus("/b", 410);

        assertThat(look("/a")).isEqualTo(new LinkVerdict.Gone("status 404"));
        assertThat(look("/b")).isEqualTo(new LinkVerdict.Gone("status 410"));
    }

    @Test
    void whatKeepsUsOutIsInconclusive() {
        publisher.answersStatus("/a", 403);
        publisher.asksToRetryAfter("/b", 429, "3600");
        publisher.serves(
                "/c",
                "text/html",
                "<title>Just a moment...</title><p>Checking your browser before accessing vakblad.be</p>");
        publisher.answersStatus("/d", 405);

        for (String path : List.of("/a", "/b", "/c", "/d")) {
            assertThat(look(path)).as(path).isInstanceOf(LinkVerdict.Blocked.class);
        }
    }

    @Test
    void noAnswerMayPass() {
        publisher.asksToRetryAfter("/a", 500, "3600");

        assertThat(look("/a")).isInstanceOf(LinkVerdict.Failing.class);
    }

    @Test
    void aHostThatAnswersToEverythingIsFoundByAnInventedAddress() {
        publisher.servesEverythingElse(
                "text/html", "<h1>Helaas</h1><p>Deze pagina bestaat niet meer. Zoek verder op onze site.</p>");
        publisher.serves("/blad/echt", "text/html", "<h1>Zwaluwstaart frezen</h1><p>Met de bovenfrees.</p>");

        assertThat(look("/blad/weg")).isInstanceOf(LinkVerdict.Soft404.class);
        assertThat(look("/blad/echt")).isInstanceOf(LinkVerdict.Alive.class);
    }

    @Test
    void anAddressThatLeadsToTheFrontPageIsGone() {
        publisher.redirects("/blad/a", 302, "/");
        publisher.serves("/", "text/html", "<h1>Welkom</h1>");

        assertThat(look("/blad/a")).isInstanceOf(LinkVerdict.Soft404.class);
    }

    @Test
    void anAddressThatMovedForGoodSaysWhere() {
        publisher.redirects("/oud/a", 301, "/nieuw/a");
        publisher.serves("/nieuw/a", "text/html", "<h1>Zwaluwstaart frezen</h1>");

        assertThat(look("/oud/a")).isEqualTo(new LinkVerdict.Moved(publisher.url("/nieuw/a")));
    }

    @Test
    void whatLeadsForGoodToAHostThatAnswersToEverythingIsGone() {
        publisher.redirects("/oud/a", 301, elsewhere.url("/nieuw/a").toString());
        elsewhere.servesEverythingElse("text/html", "<h1>Helaas</h1><p>Deze pagina bestaat hier niet.</p>");

        assertThat(look("/oud/a")).isInstanceOf(LinkVerdict.Soft404.class);
    }

    @Test
    void anAddressOfWhichANeighbourLeadsToTheSamePlaceIsGone() {
        publisher.redirectsEverythingElse(301, "/aanbod");
        publisher.serves("/aanbod", "text/html", "<h1>Ons aanbod</h1>");

        assertThat(look("/oud/a")).isInstanceOf(LinkVerdict.Soft404.class);
    }

    @Test
    void theStartOfASiteInALanguageIsItsFrontPageToo() {
        publisher.redirects("/blad/a", 301, "/nl/");
        publisher.serves("/nl/", "text/html", "<h1>Welkom</h1>");
        publisher.redirects("/blad/b", 308, "/index.html");
        publisher.serves("/index.html", "text/html", "<h1>Welkom</h1>");

        assertThat(look("/blad/a")).isInstanceOf(LinkVerdict.Soft404.class);
        assertThat(look("/blad/b")).isInstanceOf(LinkVerdict.Soft404.class);
    }

    @Test
    void whatLeadsElsewhereForNowDidNotMove() {
        publisher.redirects("/oud/a", 302, "/nieuw/a");
        publisher.serves("/nieuw/a", "text/html", "<h1>Zwaluwstaart frezen</h1>");

        assertThat(look("/oud/a")).isInstanceOf(LinkVerdict.Alive.class);
    }

    private LinkVerdict look(String path) {
        return links.look(publisher.url(path), AT_ONCE);
    }
}

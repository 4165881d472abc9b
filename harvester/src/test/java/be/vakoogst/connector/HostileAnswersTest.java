package be.vakoogst.connector;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.feed.FeedConnector;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.listing.ListingConnector;
import be.vakoogst.oai.OaiConnector;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.publisher.Torrent;
import be.vakoogst.rest.RestConnector;
import be.vakoogst.site.SiteConnector;
import be.vakoogst.sitemap.SitemapConnector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/**
 * Every kind of list against everything that can come instead of one: a source of two parts, of which one is hostile. What cannot be read is named
 * with its URL, a stage and a reason; the other part is read; nothing is taken for gone.
 */
class HostileAnswersTest {

    private static final String BAD = "/slecht";

    /** 60 MB in 60 kB. */
    private static final byte[] BOMB = gzip(new byte[60 << 20]);

    private final Publisher publisher = new Publisher();
    private final Torrent torrent = new Torrent();
    private final Fetcher fetcher = Fetcher.open(
            new FetchSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(4),
                    DataSize.ofMegabytes(2),
                    DataSize.ofMegabytes(2),
                    5,
                    0,
                    Duration.ofSeconds(1),
                    "Vakoogst (+https://vakoogst.example)",
                    List.of("127.0.0.1")),
            InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        torrent.close();
        publisher.close();
    }

    /** A kind of list, with a first part that leads to the hostile one and holds or leads to a good item. */
    private enum Kind {
        SITEMAP("application/xml") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves("/index.xml", type(), """
                        <sitemapindex><sitemap><loc>/slecht</loc></sitemap><sitemap><loc>/goed.xml</loc></sitemap></sitemapindex>
                        """);
                at.publisher.serves("/goed.xml", type(), "<urlset><url><loc>/goed</loc></url></urlset>");
                return at.offered(new SitemapConnector(at.fetcher), "/index.xml", Map.of());
            }

            @Override
            String part(String title) {
                return "<urlset><url><loc>/een</loc><image:image><image:title>" + title
                        + "</image:title></image:image></url><url><loc>/twee</loc></url></urlset>";
            }
        },
        OAI("text/xml") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves("/oai?verb=Identify", type(), "<OAI-PMH><Identify/></OAI-PMH>");
                at.publisher.redirects("/oai?verb=ListRecords&metadataPrefix=oai_dc&set=a", 302, BAD);
                at.publisher.serves(
                        "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=b",
                        type(),
                        part("Goed").replace(">een<", ">goed<"));
                return at.offered(
                        new OaiConnector(at.fetcher, InstantSource.system()),
                        "/oai",
                        Map.of("metadataPrefix", "oai_dc", "set", List.of("a", "b")));
            }

            @Override
            String part(String title) {
                return "<OAI-PMH><ListRecords><record><header><identifier>een</identifier></header><metadata><dc><title>"
                        + title + "</title></dc></metadata></record></ListRecords></OAI-PMH>";
            }
        },
        REST_JSON("application/json") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves("/api", type(), "{\"items\":[{\"id\":\"goed\"}],\"next\":\"/slecht\"}");
                return at.offered(
                        new RestConnector(at.fetcher, InstantSource.system()),
                        "/api",
                        Map.of(
                                "items",
                                "/items",
                                "paging",
                                Map.of("style", "next"),
                                "fields",
                                Map.of("title", "/titel")));
            }

            @Override
            String part(String title) {
                return "{\"items\":[{\"id\":\"een\",\"titel\":\"" + title + "\"}]}";
            }
        },
        REST_XML("application/xml") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves("/api", type(), "<lijst><item><id>goed</id></item><next>/slecht</next></lijst>");
                return at.offered(
                        new RestConnector(at.fetcher, InstantSource.system()),
                        "/api",
                        Map.of(
                                "items",
                                "/item",
                                "paging",
                                Map.of("style", "next"),
                                "fields",
                                Map.of("title", "/titel")));
            }

            @Override
            String part(String title) {
                return "<lijst><item><id>een</id><titel>" + title + "</titel></item></lijst>";
            }
        },
        FEED("application/rss+xml") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves(
                        "/feed",
                        type(),
                        part("Goed")
                                .replace("/een", "/goed")
                                .replace("<channel>", "<channel><atom:link rel='next' href='/slecht'/>"));
                return at.offered(new FeedConnector(at.fetcher), "/feed", Map.of());
            }

            @Override
            String part(String title) {
                return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>F</title><item><title>"
                        + title + "</title><link>/een</link></item></channel></rss>";
            }
        },
        LISTING("text/html") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves(
                        "/lijst",
                        type(),
                        "<html><article><a href='/goed'>G</a></article><a rel=next href='/slecht'>verder</a>");
                return at.offered(new ListingConnector(at.fetcher), "/lijst", Map.of("item", "article"));
            }

            @Override
            String part(String title) {
                return "<html><body><article><a href='/een'>" + title + "</a></article></body></html>";
            }
        },
        SITE("text/html") {
            @Override
            Offered walk(HostileAnswersTest at) {
                at.publisher.serves("/", type(), "<html><a href='/slecht'>s</a><a href='/goed'>g</a></html>");
                at.publisher.serves("/goed", type(), "<html><body>Goed</body></html>");
                return at.offered(new SiteConnector(at.fetcher), "/", Map.of());
            }

            @Override
            String part(String title) {
                return "<html><body>" + title + "</body></html>";
            }
        };

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        abstract Offered walk(HostileAnswersTest at);

        /** A good part of such a list. */
        abstract String part(String title);

        /** Whether its format can be wrong at all: of any bytes, HTML can be made. */
        boolean isStrict() {
            return this != LISTING && this != SITE;
        }

        boolean isXml() {
            return isStrict() && this != REST_JSON;
        }
    }

    /** What comes in place of a part; and what it may be called, where it has to be called anything. */
    private enum Hostility {
        EMPTY(EnumSet.of(Reason.EMPTY), kind -> true) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(BAD, kind.type(), "");
            }
        },
        BLANK(EnumSet.of(Reason.WRONG_TYPE, Reason.UNREADABLE), Kind::isStrict) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(BAD, kind.type(), "  \r\n\t ");
            }
        },
        TRUNCATED(EnumSet.of(Reason.UNREADABLE), kind -> kind.isStrict() && kind != Kind.FEED) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                String whole = kind.part("Zagen en schaven met de hand");
                at.publisher.serves(BAD, kind.type(), whole.substring(0, whole.length() - 25));
            }
        },
        CUT_OFF(EnumSet.of(Reason.CUT_OFF, Reason.CONNECTION), kind -> true) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.cutsOff(BAD);
            }
        },
        A_PICTURE(EnumSet.of(Reason.WRONG_TYPE, Reason.UNREADABLE), Kind::isStrict) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(
                        BAD, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
            }
        },
        A_PAGE_OF_MAINTENANCE(EnumSet.of(Reason.WRONG_TYPE, Reason.UNREADABLE), Kind::isStrict) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(BAD, "text/html", "<!doctype html><html><body>Onderhoud</body></html>");
            }
        },
        EXTERNAL_ENTITY(EnumSet.allOf(Reason.class), kind -> false) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(
                        BAD,
                        kind.type(),
                        "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + at.publisher.url("/geheim") + "\"><!ENTITY % p SYSTEM \""
                                + at.publisher.url("/geheim") + "\">%p;]>" + kind.part("&f;"));
            }
        },
        BILLION_LAUGHS(EnumSet.allOf(Reason.class), kind -> false) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
                for (int level = 1; level < 30; level++) {
                    entities.append("<!ENTITY l")
                            .append(level)
                            .append(" \"")
                            .append(("&l" + (level - 1) + ";").repeat(10));
                    entities.append("\">");
                }
                at.publisher.serves(BAD, kind.type(), entities + "]>" + kind.part("&l29;"));
            }
        },
        ZIP_BOMB(EnumSet.of(Reason.TOO_LARGE), kind -> true) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(BAD, kind.type(), BOMB);
            }
        },
        NESTED_ZIP_BOMB(EnumSet.of(Reason.TOO_LARGE, Reason.WRONG_TYPE, Reason.UNREADABLE), Kind::isStrict) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.serves(BAD, kind.type(), gzip(gzip(BOMB)));
            }
        },
        DEEP_NESTING(EnumSet.of(Reason.UNREADABLE, Reason.WRONG_TYPE), kind -> kind.isStrict() && kind != Kind.FEED) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                String deep = kind.isStrict() && !kind.isXml()
                        ? kind.part("x\",\"y\":" + "[".repeat(200_000))
                        : kind.part("<i>".repeat(200_000));
                at.publisher.serves(BAD, kind.type(), deep);
            }
        },
        MIXED_ENCODINGS(EnumSet.noneOf(Reason.class), kind -> false) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                byte[] utf8 = kind.part("Één cursus, één caféé").getBytes(StandardCharsets.UTF_8);
                byte[] old = "é".getBytes(Charset.forName("windows-1252"));
                byte[] mixed = Arrays.copyOf(utf8, utf8.length);
                int last = new String(utf8, StandardCharsets.ISO_8859_1).lastIndexOf("Ã©");
                mixed[last] = old[0];
                mixed[last + 1] = ' ';
                at.publisher.serves(BAD, kind.type() + "; charset=utf-16", mixed);
            }
        },
        SLOW_DRIP(EnumSet.of(Reason.TIMEOUT), kind -> true) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.dripsSlowly(BAD, kind.type(), kind.part("Traag ".repeat(100)), Duration.ofMinutes(5));
            }
        },
        TEN_GIGABYTES(EnumSet.of(Reason.TOO_LARGE), kind -> true) {
            @Override
            void serve(HostileAnswersTest at, Kind kind) {
                at.publisher.redirects(BAD, 302, at.torrent.url(BAD).toString());
            }
        };

        private final Set<Reason> reasons;
        private final Function<Kind, Boolean> mustFail;

        Hostility(Set<Reason> reasons, Function<Kind, Boolean> mustFail) {
            this.reasons = reasons;
            this.mustFail = mustFail;
        }

        abstract void serve(HostileAnswersTest at, Kind kind);
    }

    static Stream<Arguments> everyKindAgainstEverything() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Hostility.values()).map(hostility -> Arguments.of(kind, hostility)));
    }

    @ParameterizedTest
    @MethodSource("everyKindAgainstEverything")
    void whatCannotBeReadIsNamedAndTheRestGoesOn(Kind kind, Hostility hostility) {
        hostility.serve(this, kind);

        Offered offered = kind.walk(this);

        assertThat(offered.keys()).as("the rest goes on").anyMatch(key -> key.endsWith("goed"));
        assertThat(publisher.requestsTo("/geheim"))
                .as("nothing is fetched for an entity")
                .isZero();
        if (hostility.mustFail.apply(kind)) {
            assertThat(offered.failures()).isNotEmpty();
        }
        if (!offered.failures().isEmpty()) {
            assertThat(offered.failures()).allSatisfy(failure -> names(failure, hostility));
            assertThat(offered.complete()).as("nothing is taken for gone").isFalse();
        }
    }

    private void names(Failure failure, Hostility hostility) {
        assertThat(failure.url().toString()).containsAnyOf(BAD, "set=a");
        assertThat(failure.stage()).isIn(Stage.DISCOVER, Stage.FETCH);
        assertThat(failure.reason()).isIn(hostility.reasons);
        assertThat(failure.detail()).isNotBlank();
    }

    private Offered offered(Connector connector, String path, Map<String, Object> options) {
        return Offered.whole(connector, publisher.url(path), options);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}

package be.vakoogst.rest;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestConnectorTest {

    private static final Map<String, Object> FIELDS = Map.of("title", "/titel", "keyword", "/woorden");

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final RestConnector connector =
            new RestConnector(fetcher, InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void pagesAreCountedUntilOneIsEmpty() {
        json("/api?page=1", "[" + item(1) + "," + item(2) + "]");
        json("/api?page=2", "[" + item(3) + "]");
        json("/api?page=3", "[]");

        Offered offered = whole(Map.of("paging", Map.of("style", "page")));

        assertThat(offered.keys()).containsExactly("1", "2", "3");
        assertThat(offered.complete()).isTrue();
        assertThat(texts(offered.items().getFirst(), Field.KEYWORD)).containsExactly("hout", "zaag");
    }

    @Test
    void offsetsGoOnByWhatCame() {
        json("/api?from=0", "{\"hits\":[" + item(1) + "," + item(2) + "]}");
        json("/api?from=2", "{\"hits\":[" + item(3) + "]}");
        json("/api?from=3", "{\"hits\":[]}");

        assertThat(whole(Map.of("items", "/hits", "paging", Map.of("style", "offset", "parameter", "from")))
                        .keys())
                .containsExactly("1", "2", "3");
    }

    @Test
    void cursorsAreGivenBack() {
        json("/api", "{\"items\":[" + item(1) + "],\"meta\":{\"next\":\"abc\"}}");
        json("/api?cursor=abc", "{\"items\":[" + item(2) + "],\"meta\":{}}");

        assertThat(whole(Map.of("items", "/items", "paging", Map.of("style", "cursor", "at", "/meta/next")))
                        .keys())
                .containsExactly("1", "2");
    }

    /** As Solr does: its last cursor leads to itself, and to nothing more. */
    @Test
    void aCursorThatLeadsToItselfAndToNothingEndsTheList() {
        json("/api", "{\"items\":[" + item(1) + "],\"next\":\"AB1\"}");
        json("/api?cursor=AB1", "{\"items\":[],\"next\":\"AB1\"}");

        Offered offered = whole(Map.of("items", "/items", "paging", Map.of("style", "cursor")));

        assertThat(offered.keys()).containsExactly("1");
        assertThat(offered.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "next"})
    void falseIsNoNextPart(String style) {
        json("/api", "{\"items\":[" + item(1) + "],\"next\":false}");

        Offered offered = whole(Map.of("items", "/items", "paging", Map.of("style", style)));

        assertThat(offered.keys()).containsExactly("1");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void addressesInTheAnswerAreFollowed() {
        json("/api", "{\"items\":[" + item(1) + "],\"next\":\"/api?deel=2\"}");
        json("/api?deel=2", "{\"items\":[" + item(2) + "],\"next\":null}");

        assertThat(whole(Map.of("items", "/items", "paging", Map.of("style", "next")))
                        .keys())
                .containsExactly("1", "2");
    }

    @Test
    void aListThatShiftsWhileItIsCountedThroughIsReadAgainWithoutDoubles() {
        publisher.servesInTurn(
                "/api?page=1",
                "application/json",
                "[" + item(1) + "," + item(2) + "]",
                "[" + item(2) + "," + item(3) + "]");
        publisher.servesInTurn("/api?page=2", "application/json", "[" + item(4) + "]", "[" + item(4) + "]");
        json("/api?page=3", "[]");

        assertThat(whole(Map.of("paging", Map.of("style", "page"))).keys()).containsExactly("1", "2", "4", "3");
    }

    @Test
    void anItemThatIsDeletedFromAPartAlreadyReadMovesNoOtherPastUs() {
        publisher.servesInTurn(
                "/api?page=1",
                "application/json",
                "[" + item(1) + "," + item(2) + "]",
                "[" + item(1) + "," + item(3) + "]");
        publisher.servesInTurn("/api?page=2", "application/json", "[" + item(4) + "]", "[" + item(4) + "]");
        json("/api?page=3", "[]");

        Offered offered = whole(Map.of("paging", Map.of("style", "page")));

        assertThat(offered.keys()).containsExactly("1", "2", "4", "3");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aDeletionInTheMiddleIsNoticedAlsoWhenTheFirstPartStaysAsItIs() {
        json("/api?page=1", "[" + item(1) + "]");
        publisher.servesInTurn("/api?page=2", "application/json", "[" + item(2) + "]", "[" + item(3) + "]");
        publisher.servesInTurn("/api?page=3", "application/json", "[" + item(4) + "]", "[" + item(4) + "]");
        json("/api?page=4", "[]");

        assertThat(whole(Map.of("paging", Map.of("style", "page"))).keys()).containsExactly("1", "2", "4", "3");
    }

    @Test
    void aListThatTellsItsTotalIsNotLookedAtTwice() {
        json("/api?page=1", "{\"n\":2,\"hits\":[" + item(1) + "]}");
        json("/api?page=2", "{\"n\":2,\"hits\":[" + item(2) + "]}");
        json("/api?page=3", "{\"n\":2,\"hits\":[]}");

        Offered offered = whole(Map.of("items", "/hits", "paging", Map.of("style", "page", "total", "/n")));

        assertThat(offered.complete()).isTrue();
        assertThat(publisher.requestsTo("/api?page=1")).isEqualTo(2);
        assertThat(publisher.requestsTo("/api?page=2")).isOne();
    }

    @Test
    void aTotalThatChangesMeansThatTheListShifted() {
        json("/api?page=1", "{\"n\":3,\"hits\":[" + item(1) + "]}");
        publisher.servesInTurn(
                "/api?page=2",
                "application/json",
                "{\"n\":3,\"hits\":[" + item(2) + "]}",
                "{\"n\":2,\"hits\":[" + item(3) + "]}");
        json("/api?page=3", "{\"n\":2,\"hits\":[]}");

        assertThat(whole(Map.of("items", "/hits", "paging", Map.of("style", "page", "total", "/n")))
                        .keys())
                .containsExactly("1", "2", "3");
    }

    @Test
    void aListThatNeverStandsStillIsSaidAndTakesNothingForGone() {
        String[] everAnother =
                IntStream.range(0, 12).mapToObj(turn -> "[" + item(turn) + "]").toArray(String[]::new);
        publisher.servesInTurn("/api?page=1", "application/json", everAnother);
        json("/api?page=2", "[" + item(99) + "]");
        json("/api?page=3", "[]");

        Offered offered = whole(Map.of("paging", Map.of("style", "page")));

        assertThat(offered.failures())
                .extracting(Failure::detail)
                .singleElement()
                .asString()
                .contains("shifted");
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void linkHeadersAreFollowedAlsoAmongOthers() {
        publisher.servesWithHeader(
                "/api",
                "application/json",
                "[" + item(1) + "]",
                "Link",
                "<https://api.w.org/>; rel=\"https://api.w.org/\"",
                "</api?deel=1>; rel=\"prev first\", </api?deel=2>; title=\"a, b\"; rel=\"last next\"");
        json("/api?deel=2", "[" + item(2) + "]");

        assertThat(whole(Map.of("paging", Map.of("style", "link"))).keys()).containsExactly("1", "2");
    }

    @Test
    void aServerThatGivesItsLastPageForEverHasEnded() {
        json("/api?page=1", "[" + item(1) + "]");
        for (int page = 2; page < 40; page++) {
            json("/api?page=" + page, "[" + item(2) + "]");
        }

        Offered offered = whole(Map.of("paging", Map.of("style", "page")));

        assertThat(offered.keys()).containsExactly("1", "2");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void freshAddressesForTheSameItemsHaveNoEndAndThatIsSaid() {
        for (int part = 0; part < 40; part++) {
            json(
                    part == 0 ? "/api" : "/api?na=x" + part,
                    "{\"items\":[" + item(1) + "],\"next\":\"/api?na=x" + (part + 1) + "\"}");
        }

        assertThat(whole(Map.of("items", "/items", "paging", Map.of("style", "next")))
                        .failures())
                .extracting(Failure::reason)
                .containsExactly(Reason.TOO_MANY);
    }

    @Test
    void noMorePartsAreAskedForThanAllowed() {
        json("/api?page=1", "[" + item(1) + "]");
        json("/api?page=2", "[" + item(2) + "]");

        Offered offered = whole(Map.of("paging", Map.of("style", "page", "limit", "2")));

        assertThat(offered.keys()).containsExactly("1", "2");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.TOO_MANY);
    }

    @Test
    void whereADetailCannotBeHadTheItemStaysAsItWas() {
        json("/api", "[" + item(1) + "," + item(2) + "]");
        publisher.answersStatus("/api/1", 404);
        json("/api/2", "{\"titel\":\"Twee\"}");

        Offered offered = whole(Map.of("detail", "/api/{/id}"));

        assertThat(offered.keys()).containsExactly("2");
        assertThat(offered.only(Discovered.Present.class)
                        .map(present -> present.key().value()))
                .containsExactly("1");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.url()).isEqualTo(publisher.url("/api/1"));
            assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        });
    }

    @Test
    void whereOnlyChangesAreAskedForAListOfNamesShowsWhatIsGone() {
        json("/api?modified_after=2026-11-20T09%3A00%3A00Z", "[" + item(9) + "]");
        json("/namen", "[{\"id\":9},{\"id\":8}]");

        Offered offered = Offered.since(
                connector,
                publisher.url("/api"),
                options(Map.of(
                        "since",
                        Map.of(
                                "parameter",
                                "modified_after",
                                "compare",
                                publisher.url("/namen").toString()))),
                new Validators(
                        Optional.empty(), Optional.of("2026-11-20T10:00:00Z"), Optional.empty(), Optional.empty()));

        assertThat(offered.keys()).containsExactly("9");
        assertThat(offered.only(Discovered.Present.class)
                        .map(present -> present.key().value()))
                .containsExactly("9", "8");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void clientCredentialsGiveATokenThatIsSentWithEveryRequest() {
        publisher.givesToken("/token", "Basic aWs6Z2VoZWlt", "abc");
        publisher.servesTo("Bearer abc", "/api", "[" + item(1) + "]");

        assertThat(whole(Map.of("auth", oauth())).keys()).containsExactly("1");
    }

    @Test
    void serversThatWantTheSecretInTheFormGetItThere() {
        publisher.givesTokenForForm("/token", "client_secret=geheim", "abc");
        publisher.servesTo("Bearer abc", "/api", "[" + item(1) + "]");

        assertThat(whole(Map.of("auth", oauth())).keys()).containsExactly("1");
    }

    @Test
    void aTokenThatRunsOutMidwayIsAskedForAnew() {
        publisher.givesTokensInTurn("/token", "oud", "nieuw");
        publisher.servesTo("Bearer oud", "/api", "{\"items\":[" + item(1) + "],\"next\":\"/api?deel=2\"}");
        publisher.answersStatus("/api?deel=2", 401);
        publisher.servesTo("Bearer nieuw", "/api?deel=2", "{\"items\":[" + item(2) + "]}");

        assertThat(whole(Map.of("items", "/items", "paging", Map.of("style", "next"), "auth", oauth()))
                        .keys())
                .containsExactly("1", "2");
    }

    @Test
    void aTokenServerThatRefusesIsNamedWithoutTheSecret() {
        publisher.refusesForms("/token");

        assertThat(whole(Map.of("auth", oauth())).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.url()).isEqualTo(publisher.url("/token"));
            assertThat(failure.toString()).doesNotContain("geheim");
        });
    }

    private Map<String, Object> oauth() {
        return Map.of(
                "type",
                "oauth2",
                "tokenUrl",
                publisher.url("/token").toString(),
                "clientId",
                "ik",
                "clientSecret",
                "geheim");
    }

    @Test
    void aListInCirclesEndsAndSaysSo() {
        json("/api", "{\"items\":[" + item(1) + "],\"next\":\"/api\"}");

        assertThat(whole(Map.of("items", "/items", "paging", Map.of("style", "next")))
                        .failures())
                .extracting(Failure::reason)
                .containsExactly(Reason.TOO_MANY);
    }

    @Test
    void aDetailIsNotAskedForAgainWhereTheListSaysTheSameOfItsItem() {
        json("/api", "[{\"id\":7,\"etag\":\"a\"},{\"id\":8,\"etag\":\"a\"}]");
        json("/api/7", "{\"titel\":\"Zeven\"}");
        json("/api/8", "{\"titel\":\"Acht\"}");
        Map<String, Object> settings = options(Map.of("detail", "/api/{/id}", "version", "/etag"));
        Map<ItemKey, String> told = Offered.whole(connector, publisher.url("/api"), settings).items().stream()
                .collect(Collectors.toMap(Item::key, Item::fingerprint));
        json("/api", "[{\"id\":7,\"etag\":\"a\"},{\"id\":8,\"etag\":\"b\"}]");

        Offered again = Offered.knowing(connector, publisher.url("/api"), settings, told);

        assertThat(again.keys()).containsExactly("7", "8");
        assertThat(again.items().getFirst().fingerprint()).isEqualTo(told.get(new ItemKey("7")));
        assertThat(again.items().getLast().fingerprint()).isNotEqualTo(told.get(new ItemKey("8")));
        assertThat(publisher.requestsTo("/api/7")).isOne();
        assertThat(publisher.requestsTo("/api/8")).isEqualTo(2);
    }

    @Test
    void whereTheListTellsNoVersionEachDetailIsAskedForEachTime() {
        json("/api", "[{\"id\":7}]");
        json("/api/7", "{\"titel\":\"Zeven\"}");
        Map<String, Object> settings = options(Map.of("detail", "/api/{/id}"));
        Map<ItemKey, String> told = Offered.whole(connector, publisher.url("/api"), settings).items().stream()
                .collect(Collectors.toMap(Item::key, Item::fingerprint));

        Offered.knowing(connector, publisher.url("/api"), settings, told);

        assertThat(publisher.requestsTo("/api/7")).isEqualTo(2);
    }

    @Test
    void detailsAreAskedForAndRead() {
        json("/api", "[{\"id\":7}]");
        json("/api/7", "{\"titel\":\"Uit het detail\"}");

        Item item = whole(Map.of("detail", "/api/{/id}")).items().getFirst();

        assertThat(texts(item, Field.TITLE)).containsExactly("Uit het detail");
    }

    @Test
    void xmlIsReadByTheSamePointers() {
        publisher.serves(
                "/api",
                "application/xml",
                "<lijst><item id='5'><titel>Lassen</titel></item><item id='6'><titel>Frezen</titel></item></lijst>");

        Offered offered = whole(Map.of("items", "/item", "key", "/@id"));

        assertThat(offered.keys()).containsExactly("5", "6");
        assertThat(texts(offered.items().getFirst(), Field.TITLE)).containsExactly("Lassen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<antwoord/>",
                "<antwoord aantal='0'></antwoord>",
                "<antwoord><meta>x</meta></antwoord>",
                "{\"total\":0}",
                "{\"item\":[]}"
            })
    void nothingThatChangedIsNoFault(String nothing) {
        publisher.serves(
                "/api?since=2026-11-20T09%3A00%3A00Z",
                nothing.startsWith("<") ? "application/xml" : "application/json", nothing);

        Offered offered = Offered.since(
                connector,
                publisher.url("/api"),
                options(Map.of(
                        "items",
                        "/item",
                        "paging",
                        Map.of("style", "none", "total", "/total"),
                        "since",
                        Map.of("parameter", "since"))),
                new Validators(
                        Optional.empty(), Optional.of("2026-11-20T10:00:00Z"), Optional.empty(), Optional.empty()));

        assertThat(offered.failures()).isEmpty();
        assertThat(offered.only(Discovered.RestUnchanged.class)).hasSize(1);
    }

    @Test
    void laterHarvestsAskForChangesOnly() {
        json("/api?modified_after=2026-11-20T09%3A00%3A00Z", "[" + item(9) + "]");

        Offered offered = Offered.since(
                connector,
                publisher.url("/api"),
                options(Map.of("since", Map.of("parameter", "modified_after"))),
                new Validators(
                        Optional.empty(), Optional.of("2026-11-20T10:00:00Z"), Optional.empty(), Optional.empty()));

        assertThat(offered.keys()).containsExactly("9");
        assertThat(offered.only(Discovered.RestUnchanged.class)).hasSize(1);
    }

    @Test
    void aSecretThatIsNotSetIsNamedAndNothingIsAsked() {
        Offered offered = whole(Map.of("auth", Map.of("type", "header", "name", "X-Key", "value", "${GEHEIM}")));

        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
            assertThat(failure.detail()).contains("auth.value").contains("GEHEIM");
        });
        assertThat(publisher.requestsTo("/api")).isZero();
    }

    @Test
    void aSecretInTheAddressIsInNoFailure() {
        publisher.answersStatus("/api?key=s3cret", 400);

        Offered offered = whole(Map.of("auth", Map.of("type", "parameter", "name", "key", "value", "s3cret")));

        assertThat(offered.failures())
                .isNotEmpty()
                .noneMatch(failure -> failure.toString().contains("s3cret"));
    }

    @Test
    void brokenJsonSaysWhere() {
        json("/api", "[{\"id\":1},");

        assertThat(whole(Map.of()).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(failure.detail()).contains("line 1");
        });
    }

    @Test
    void nestingWithoutEndIsUnreadable() {
        json("/api", "[".repeat(100_000));

        assertThat(whole(Map.of()).failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void anAnswerWithoutTheListSaysWhatLacks() {
        json("/api", "{\"fout\":\"onbekend\"}");

        assertThat(whole(Map.of("items", "/hits")).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.detail()).contains("/hits"));
    }

    @Test
    void anItemWithoutKeyCostsThatItemOnly() {
        json("/api", "[{\"titel\":\"zonder\"}," + item(2) + "]");

        Offered offered = whole(Map.of());

        assertThat(offered.keys()).containsExactly("2");
        assertThat(offered.failures()).hasSize(1);
    }

    private Offered whole(Map<String, Object> options) {
        return Offered.whole(connector, publisher.url("/api"), options(options));
    }

    private static Map<String, Object> options(Map<String, Object> own) {
        Map<String, Object> options = new HashMap<>(own);
        options.put("fields", FIELDS);
        return options;
    }

    private static List<String> texts(Item item, Field field) {
        return item.listed()
                .about(field)
                .map(statement -> ((Value.Html) statement.value()).html())
                .toList();
    }

    private void json(String path, String body) {
        publisher.serves(path, "application/json", body);
    }

    private static String item(int id) {
        return "{\"id\":" + id + ",\"titel\":\"Titel " + id + "\",\"woorden\":[\"hout\",{\"name\":\"zaag\"}]}";
    }
}

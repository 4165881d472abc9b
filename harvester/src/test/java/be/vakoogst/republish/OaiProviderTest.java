package be.vakoogst.republish;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** OAI-PMH as any harvester sees it. */
class OaiProviderTest {

    private static final int RECORDS = 230;

    private static Catalogue catalogue;
    private static TransactionTemplate transaction;
    private static List<LearningResource> offered;

    @BeforeAll
    static void fill() {
        catalogue = TestApplication.context().getBean(Catalogue.class);
        transaction = new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class));
        offered = IntStream.range(0, RECORDS)
                .mapToObj(number -> Resources.from("oaitest", "Titel & <nummer> " + number))
                .toList();
        accept(offered);
    }

    @Test
    void aFullHarvestGivesEveryRecordOnceWithItsMetadata() {
        List<Element> records = harvest("verb=ListRecords&metadataPrefix=oai_dc&set=source:oaitest");

        assertThat(ids(records)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(RECORDS);
        assertThat(records.stream()
                        .map(record ->
                                record.selectXpath(".//*[local-name()='title']").text()))
                .contains("Titel & <nummer> 7");
    }

    @Test
    void whatChangesBetweenTwoPagesIsNeitherMissedNorLost() {
        Document first = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=source:oaitest");
        accept(List.of(Resources.retitled(offered.getFirst(), "Intussen gewijzigd")));

        List<Element> rest = follow(first);

        assertThat(rest.stream().map(OaiProviderTest::id))
                .contains("oai:vakoogst.be:" + offered.getFirst().id());
    }

    @Test
    void whatWasWithdrawnIsSaidToBeDeleted() {
        ResourceId gone = offered.get(1).id();
        transaction.executeWithoutResult(status -> catalogue.withdraw(List.of(gone), "gone"));

        Document answer = ask("verb=GetRecord&metadataPrefix=lom&identifier=oai:vakoogst.be:" + gone);

        assertThat(answer.select("header").attr("status")).isEqualTo("deleted");
        assertThat(answer.select("metadata")).isEmpty();
        accept(List.of(offered.get(1)));
    }

    @Test
    void whatLeavesASetIsDeletedThereAndNowhereElse() {
        accept(filed("oaileft", "hout", RECORDS));
        String since = ask("verb=Identify").select("responseDate").text();
        List<Element> before = headers("set=source:oaileft");

        accept(filed("oaileft", "mechanica", RECORDS - 10));

        assertThat(before).hasSize(RECORDS).noneMatch(OaiProviderTest::isDeleted);
        List<Element> wood = of(before, headers("set=trade:hout&from=" + since));
        assertThat(ids(wood)).doesNotHaveDuplicates();
        assertThat(wood.stream().filter(OaiProviderTest::isDeleted)).hasSize(RECORDS - 10);
        assertThat(of(before, headers("set=trade:mechanica&from=" + since)))
                .hasSize(RECORDS - 10)
                .noneMatch(OaiProviderTest::isDeleted);
        assertThat(headers("set=source:oaileft&from=" + since))
                .hasSizeGreaterThanOrEqualTo(RECORDS - 10)
                .noneMatch(OaiProviderTest::isDeleted);
        assertThat(ask("verb=ListRecords&metadataPrefix=amb&set=trade:hout&from=" + since)
                        .select("record:has(header[status=deleted]) metadata"))
                .isEmpty();
    }

    @Test
    void whatLeftASetStaysDeletedThereHoweverItChangesUntilItIsBack() {
        for (String trade : List.of("bouw", "lassen", "elektriciteit")) {
            accept(filed("oaiback", trade, 1));
        }
        List<Element> one = headers("set=source:oaiback");

        assertThat(of(one, headers("set=trade:bouw"))).singleElement().matches(OaiProviderTest::isDeleted);
        assertThat(of(one, headers("set=trade:lassen"))).singleElement().matches(OaiProviderTest::isDeleted);
        transaction.executeWithoutResult(status -> catalogue.withdraw(
                List.of(filed("oaiback", "bouw", 1).getFirst().id()), "gone"));
        assertThat(of(one, headers("set=trade:elektriciteit"))).singleElement().matches(OaiProviderTest::isDeleted);
        assertThat(of(one, headers("set=trade:horeca"))).isEmpty();

        accept(filed("oaiback", "bouw", 1));

        assertThat(of(one, headers("set=trade:bouw"))).singleElement().matches(header -> !isDeleted(header));
        assertThat(of(one, headers("set=trade:elektriciteit"))).singleElement().matches(OaiProviderTest::isDeleted);
    }

    @Test
    void whatLeavesASetBetweenTwoPagesIsDeletedOnALaterOne() {
        accept(filed("oaipages", "haar-schoonheid", RECORDS));
        List<Element> mine = headers("set=source:oaipages");
        Document first = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=trade:haar-schoonheid");
        accept(filed("oaipages", "retail", 1));

        assertThat(of(mine, follow(first)).stream().filter(OaiProviderTest::isDeleted))
                .singleElement()
                .satisfies(header -> assertThat(id(header)).isEqualTo(id(mine.getFirst())));
    }

    @Test
    void aSetIsReadOnBehindARecordOfWhichTheDatabaseCannotReadTheJson() {
        accept(List.of(Resources.from("oainul", "Met een nul", """
                "fullText":"Een \\u0000 ertussen","trades":[{"id":"maritiem","score":0.9,"evidence":[],"assertedBy":"rule"}]""")));

        assertThat(of(headers("set=source:oainul"), headers("set=trade:maritiem")))
                .hasSize(1);
    }

    /** The first ones of a source, under a trade. */
    private static List<LearningResource> filed(String source, String trade, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Resources.from(
                        source,
                        "Ingedeeld " + number,
                        "\"trades\":[{\"id\":\"%s\",\"score\":0.9,\"evidence\":[],\"assertedBy\":\"rule\"}]"
                                .formatted(trade)))
                .toList();
    }

    private static List<Element> headers(String query) {
        Document first = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + query);
        List<Element> all = new ArrayList<>(first.select("header"));
        all.addAll(follow(first));
        return all;
    }

    /** Other tests use the same trades. */
    private static List<Element> of(List<Element> mine, List<Element> headers) {
        return headers.stream().filter(header -> ids(mine).contains(id(header))).toList();
    }

    private static boolean isDeleted(Element header) {
        return header.attr("status").equals("deleted");
    }

    @Test
    void everyFormatThatIsListedIsGiven() {
        for (Element format : ask("verb=ListMetadataFormats").select("metadataPrefix")) {
            Document answer = ask("verb=GetRecord&metadataPrefix=" + format.text() + "&identifier=oai:vakoogst.be:"
                    + offered.get(5).id());
            assertThat(answer.select("metadata").text()).as(format.text()).contains("Titel & <nummer> 5");
        }
    }

    @Test
    void sinceTomorrowThereIsNothing() {
        assertThat(error("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01"))
                .isEqualTo("noRecordsMatch");
    }

    @Test
    void whatIsWrongInARequestIsCalledByTheProtocolsName() {
        assertThat(error("")).isEqualTo("badVerb");
        assertThat(error("verb=Plunder")).isEqualTo("badVerb");
        assertThat(error("verb=Identify&verb=Identify")).isEqualTo("badVerb");
        assertThat(error("verb=Identify&set=x")).isEqualTo("badArgument");
        assertThat(error("verb=ListRecords")).isEqualTo("badArgument");
        assertThat(error("verb=ListRecords&metadataPrefix=oai_dc&from=gisteren"))
                .isEqualTo("badArgument");
        assertThat(error("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-31"))
                .isEqualTo("badArgument");
        assertThat(error("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2025-01-01"))
                .isEqualTo("badArgument");
        assertThat(error("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z"))
                .isEqualTo("badArgument");
        assertThat(error("verb=ListRecords&metadataPrefix=marc")).isEqualTo("cannotDisseminateFormat");
        assertThat(error("verb=ListRecords&resumptionToken=onzin")).isEqualTo("badResumptionToken");
        assertThat(error("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elders:1"))
                .isEqualTo("idDoesNotExist");
    }

    @Test
    void theSetsAreTheTradesAndTheSources() {
        List<String> sets = ask("verb=ListSets").select("setSpec").eachText();

        assertThat(sets).contains("trade:hout", "source:oaitest");
    }

    private static void accept(List<LearningResource> resources) {
        transaction.executeWithoutResult(status -> catalogue.accept(resources.stream()
                .map(resource -> new Submission(resource, List.of()))
                .toList()));
    }

    private static List<Element> harvest(String query) {
        Document first = ask(query);
        List<Element> all = new ArrayList<>(first.select("record"));
        all.addAll(follow(first));
        return all;
    }

    /** What the tokens of an answer lead to. */
    private static List<Element> follow(Document first) {
        List<Element> all = new ArrayList<>();
        Document answer = first;
        String verb = first.select("request").attr("verb");
        while (!answer.select("resumptionToken").text().isEmpty()) {
            answer = ask("verb=" + verb + "&resumptionToken="
                    + URLEncoder.encode(answer.select("resumptionToken").text(), StandardCharsets.UTF_8));
            all.addAll(answer.select(verb.equals("ListRecords") ? "record" : "header"));
        }
        return all;
    }

    private static List<String> ids(List<Element> records) {
        return records.stream().map(OaiProviderTest::id).toList();
    }

    private static String id(Element record) {
        return record.select("identifier").first().text();
    }

    private static String error(String query) {
        return Optional.ofNullable(ask(query).select("error").first())
                .map(element -> element.attr("code"))
                .orElse("no error");
    }

    private static Document ask(String query) {
        return Jsoup.parse(TestApplication.getAsAnybody("/oai?" + query).body(), "", Parser.xmlParser());
    }
}

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

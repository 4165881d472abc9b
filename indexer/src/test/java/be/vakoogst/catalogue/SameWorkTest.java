package be.vakoogst.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Offer;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** The same work from several sources is one, as long as it is the same. */
class SameWorkTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final String TEXT = """
            Zet de frees op de juiste hoogte en leg de plank vlak op de tafel. Span ze vast met twee klemmen en frees eerst een proefstuk.
            De diepte is goed als de pen net past. Werk altijd tegen de draairichting in, draag een bril en zet de afzuiging aan.
            Maak daarna alle gaten in een keer en controleer of elke hoek recht is. Lijm de delen en klem ze een nacht vast.""";

    private final Catalogue catalogue = new Catalogue(JdbcClient.create(TestDatabase.dataSource()), () -> START);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void theSameAddressAtTwoSourcesIsOneWorkWithTwoOffers() {
        LearningResource own = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/pen-en-gat", "");
        LearningResource copy =
                record("kast", "repository", "Pen en gat frezen", "http://www.vakblad.example/pen-en-gat/", "");

        accept(own, copy);

        assertThat(shown()).containsExactly(own.id());
        assertThat(find(copy).shownAs()).contains(own.id());
        assertThat(find(own).resource().orElseThrow().offers())
                .extracting(Offer::id)
                .containsExactly(own.id(), copy.id());
        assertThat(find(own).resource().orElseThrow().offers().getLast().because())
                .contains(Offer.Likeness.ADDRESS);
    }

    @Test
    void theSameTitleCreatorAndNearlyTheSameTextIsOneWorkWhereverItStands() {
        LearningResource one = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT);
        LearningResource other =
                record("omroep", "broadcaster", "Pen en gat", "https://omroep.example/9", TEXT + " Olie hem.");

        accept(one);
        accept(other);

        assertThat(shown()).hasSize(1);
        assertThat(find(one).resource().orElseThrow().offers()).hasSize(2);
    }

    @Test
    void anotherCreatorAnotherTitleOrAnotherTextIsAnotherWork() {
        accept(
                record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT),
                change(
                        record("omroep", "broadcaster", "Pen-en-gat", "https://omroep.example/2", TEXT),
                        "creators",
                        """
                        [{"name":"Els de Smet","kind":"person"}]"""),
                record("fonds", "federation", "Pen-en-gat in beuk", "https://fonds.example/3", TEXT),
                record(
                        "school",
                        "publisher",
                        "Pen-en-gat",
                        "https://school.example/4",
                        "Heel andere woorden. ".repeat(3) + reversed()));

        assertThat(shown()).hasSize(4);
    }

    @Test
    void theSameDocumentIsOneWorkWhateverItIsCalled() {
        String hash = "ab".repeat(32);
        accept(
                change(
                        record("vakblad", "publisher", "Fiche", "https://vakblad.example/a.pdf", ""),
                        "sha256",
                        '"' + hash + '"'),
                change(
                        record("fonds", "federation", "Steekkaart", "https://fonds.example/b.pdf", ""),
                        "sha256",
                        '"' + hash + '"'));

        assertThat(shown()).hasSize(1);
    }

    @Test
    void theWorkDissolvesWhenItsRecordsDivergeAndEveryReaderOfChangesHearsOfIt() {
        LearningResource one = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT);
        LearningResource other = record("omroep", "broadcaster", "Pen-en-gat", "https://omroep.example/9", TEXT);
        accept(one, other);
        ChangeNumber before = catalogue.latest();

        accept(change(other, "title", "\"Iets heel anders\""));

        assertThat(shown()).hasSize(2);
        assertThat(catalogue.changesAfter(before, 10))
                .extracting(CatalogueRecord::id)
                .contains(one.id(), other.id());
        assertThat(find(one).resource().orElseThrow().offers()).hasSize(1);
    }

    @Test
    void whenTheShownRecordGoesTheOtherTakesItsPlace() {
        LearningResource own = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT);
        LearningResource copy = record("kast", "repository", "Pen-en-gat", "https://kast.example/1", TEXT);
        accept(own, copy);
        assertThat(shown()).containsExactly(own.id());

        transaction.executeWithoutResult(status -> catalogue.withdraw(List.of(own.id()), "410"));

        assertThat(shown()).containsExactly(copy.id());
        assertThat(find(copy).shownAs()).isEmpty();
    }

    @Test
    void theRecordReadFromItsPageAtItsMakerIsShown() {
        LearningResource maker = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT);
        LearningResource listed = change(maker, "basis", "\"listing\"");
        LearningResource copy = record("kast", "repository", "Pen-en-gat", "https://kast.example/1", TEXT);
        accept(listed, copy);
        assertThat(shown()).containsExactly(copy.id());

        accept(maker);

        assertThat(shown()).containsExactly(maker.id());
    }

    @Test
    void atOneAddressTheRecordOfTheSiteItselfIsShownBeforeABetterOneOfWhoeverElse() {
        LearningResource own = change(
                change(
                        record("vakblad", "publisher", "Pen-en-gat", "https://www.vakblad.example/1", ""),
                        "basis",
                        "\"listing\""),
                "harvestedFrom",
                "\"https://api.vakblad.example/lijst\"");
        LearningResource better = change(
                record("kaper", "publisher", "Gekaapt", "https://vakblad.example/1", TEXT),
                "licence",
                "{\"id\":\"cc0-1.0\",\"assertion\":\"stated\"}");

        accept(better);
        accept(own);

        assertThat(shown()).containsExactly(own.id());
        assertThat(find(own).resource().orElseThrow().offers()).hasSize(2);
    }

    @Test
    void manyItemsOnOnePageOfASourceStayApart() {
        accept(
                record("vakblad", "publisher", "Zagen", "https://vakblad.example/nieuws", ""),
                record("vakblad", "publisher", "Boren", "https://vakblad.example/nieuws", ""));

        assertThat(shown()).hasSize(2);
    }

    @Test
    void theSameBatchAgainNumbersNothing() {
        LearningResource one = record("vakblad", "publisher", "Pen-en-gat", "https://vakblad.example/1", TEXT);
        LearningResource other = record("omroep", "broadcaster", "Pen-en-gat", "https://omroep.example/9", TEXT);
        accept(one, other);
        ChangeNumber before = catalogue.latest();

        accept(other, one);

        assertThat(catalogue.latest()).isEqualTo(before);
    }

    @Test
    void onlyRecordsThatMayBeTheSameAreLookedAt() {
        LearningResource[] many = IntStream.range(0, 300)
                .mapToObj(number ->
                        record("vakblad", "publisher", "Inleiding", "https://vakblad.example/" + number, words(number)))
                .toArray(LearningResource[]::new);
        accept(many);

        Map<String, Object> crowd = JdbcClient.create(TestDatabase.dataSource())
                .sql("select max(n) as most from (select count(*) as n from work_key group by key) as keys")
                .query()
                .singleRow();

        assertThat(((Number) crowd.get("most")).intValue()).isLessThan(5);
        assertThat(shown()).hasSize(300);
    }

    @Test
    void aWholeRunIsUndoneAsFarAsNothingChangedSince() {
        Cause first = new Cause("run 1");
        Cause second = new Cause("run 2");
        LearningResource kept = record("vakblad", "publisher", "Zagen", "https://vakblad.example/1", "");
        LearningResource gone = record("vakblad", "publisher", "Boren", "https://vakblad.example/2", "");
        LearningResource again = record("vakblad", "publisher", "Vijlen", "https://vakblad.example/3", "");
        LearningResource brought = record("vakblad", "publisher", "Reclame", "https://vakblad.example/4", "");
        transaction.executeWithoutResult(status -> {
            catalogue.accept(submissions(kept, gone, again), first);
            catalogue.accept(
                    submissions(change(kept, "title", "\"Kapot\""), change(again, "title", "\"Ook kapot\""), brought),
                    second);
            catalogue.withdraw(List.of(gone.id()), "not listed", second);
            catalogue.accept(submissions(change(again, "title", "\"Van de hand\"")));
        });

        transaction.executeWithoutResult(status -> catalogue.undo(second, 100));

        assertThat(find(kept).resource().orElseThrow().title()).isEqualTo("Zagen");
        assertThat(find(gone).resource().orElseThrow().title()).isEqualTo("Boren");
        assertThat(find(brought).withdrawnBecause()).contains("run 2 was undone");
        assertThat(find(again).resource().orElseThrow().title()).isEqualTo("Van de hand");
        assertThat(catalogue.changedSince(second)).isEqualTo(1);
        assertThat(transaction.<List<Change>>execute(status -> catalogue.undo(second, 100)))
                .isEmpty();
    }

    @Test
    void whatIsForgottenCannotBeUndone() {
        LearningResource gone = record("vakblad", "publisher", "Boren", "https://vakblad.example/2", "");
        accept(gone);
        transaction.executeWithoutResult(status -> catalogue.withdraw(List.of(gone.id()), "gone", new Cause("run 2")));

        catalogue.forget(START.plusSeconds(1));
        transaction.executeWithoutResult(status -> catalogue.undo(new Cause("run 2"), 100));

        assertThat(find(gone).resource()).isEmpty();
    }

    private static String words(int seed) {
        return IntStream.range(0, 60)
                .mapToObj(at -> "woord" + (seed * 1000 + at))
                .reduce("", (a, b) -> a + " " + b);
    }

    private static String reversed() {
        List<String> words = Arrays.asList(TEXT.split("\\s+"));
        return String.join(" ", words.reversed());
    }

    private static LearningResource record(String source, String kind, String title, String url, String text) {
        String json = """
                {"id":"%s","url":"%s","title":"%s","source":{"id":"%s","name":"%s","kind":"%s"},"harvestedFrom":"https://x.example/feed",
                 "creators":[{"name":"Jan Peeters","kind":"person"}],"licence":{"assertion":"unknown"},"basis":"page"}""".formatted(
                        ResourceId.of(new be.vakoogst.resource.SourceId(source), title + url),
                        url,
                        title,
                        source,
                        source,
                        kind);
        LearningResource bare = ResourceJson.mapper().readValue(json, LearningResource.class);
        return text.isEmpty()
                ? bare
                : change(bare, "fullText", ResourceJson.mapper().writeValueAsString(text));
    }

    private static LearningResource change(LearningResource resource, String field, String json) {
        ObjectNode tree = ResourceJson.mapper().valueToTree(resource);
        tree.set(field, ResourceJson.mapper().readTree(json));
        return ResourceJson.mapper().treeToValue(tree, LearningResource.class);
    }

    private static List<Submission> submissions(LearningResource... resources) {
        return Arrays.stream(resources)
                .map(resource -> new Submission(resource, List.of()))
                .toList();
    }

    private void accept(LearningResource... resources) {
        transaction.executeWithoutResult(status -> catalogue.accept(submissions(resources)));
    }

    private CatalogueRecord find(LearningResource resource) {
        return catalogue.find(resource.id()).orElseThrow();
    }

    private List<ResourceId> shown() {
        return catalogue.changesAfter(ChangeNumber.NONE, 1000).stream()
                .flatMap(record -> record.shown().stream())
                .map(LearningResource::id)
                .toList();
    }
}

package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Licence;
import be.vakoogst.resource.Media;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is claimed of an item becomes one record, and each field says what gave it. */
class NormaliserTest {

    private static final Path VOCABULARIES = Path.of("../config/vocabularies");
    private static final Normaliser NORMALISER =
            Normaliser.with(VOCABULARIES, Classifier.of(Vocabulary.load(VOCABULARIES)));
    private static final String TEXT = """
            Zet de frees op de juiste hoogte. Leg de plank vlak op de tafel en span ze vast met twee klemmen.
            Frees eerst een proefstuk en meet het na. De diepte is goed als de pen net past. Werk altijd tegen de draairichting in.
            Draag een bril en zet de afzuiging aan. Maak daarna alle gaten in een keer. Controleer of elke hoek recht is.
            Lijm de delen en klem ze een nacht vast. Schuur de naad vlak met korrel honderdtwintig. Werk af met olie of lak.
            Ruim de werkplek op en berg de frezen goed op. Een botte frees verbrandt het hout en is gevaarlijk voor je handen.
            """;

    @TempDir
    private static Path folder;

    private static Source source;
    private final List<Statement> statements = new ArrayList<>(
            List.of(new Statement(Field.TITLE, new Value.Text("Zwaluwstaart frezen"), Syntax.JSON_LD, "/headline")));

    @BeforeAll
    static void source() throws IOException {
        Files.writeString(folder.resolve("vakblad.yml"), """
                id: vakblad
                name: Vakblad Hout
                kind: publisher
                connector: {type: feed, url: "https://example.org/feed"}
                defaults: {licence: cc-by-4.0, language: nl}
                """);
        source = new Sources(folder, text -> text).find(new SourceId("vakblad")).orElseThrow();
    }

    @Test
    void ofContradictingLicencesTheStrictestIsTakenAndTheOtherIsShown() {
        say(Field.LICENCE, "https://creativecommons.org/licenses/by/4.0/", Syntax.JSON_LD, "/license");
        say(Field.LICENCE, "Alle rechten voorbehouden", Syntax.DUBLIN_CORE, "meta[dc.rights]");

        Licence licence = made().licence();

        assertThat(licence.id()).contains("alle-rechten-voorbehouden");
        assertThat(licence.assertion()).isEqualTo(Licence.Assertion.STATED);
        assertThat(licence.contradictions())
                .singleElement()
                .satisfies(other -> assertThat(other.id()).contains("cc-by-4.0"))
                .satisfies(other -> assertThat(other.where()).isEqualTo("/license"));
    }

    @Test
    void aStatementMayContradictItself() {
        say(Field.LICENCE, "CC BY-SA 4.0 - alle rechten voorbehouden", Syntax.HTML, "footer");

        assertThat(made().licence().contradictions()).hasSize(1);
    }

    @Test
    void aVaguerStatementAndWhatTheWholeFeedSaysContradictNothing() {
        say(Field.LICENCE, "Creative Commons", Syntax.HTML, "footer");
        say(Field.LICENCE, "CC BY-NC", Syntax.HTML, "footer");
        say(Field.LICENCE, "CC BY-NC 4.0", Syntax.HTML, "footer");
        say(Field.LICENCE, "Alle rechten voorbehouden", Syntax.FEED, "../copyright");

        assertThat(made().licence().id()).contains("cc-by-nc-4.0");
        assertThat(made().licence().contradictions()).isEmpty();
    }

    @Test
    void aLicenceIsStatedOrTheSourcesDefaultOrUnknown() {
        assertThat(made().licence().assertion()).isEqualTo(Licence.Assertion.DEFAULT);
        assertThat(made().provenance()).contains(new Provenance("licence", "default", "defaults.licence"));

        say(Field.TEXT, TEXT + "Dit werk valt onder CC BY-SA 4.0.", Syntax.HTML, "article");

        assertThat(made().licence().id()).contains("cc-by-sa-4.0");
        assertThat(made().licence().assertion()).isEqualTo(Licence.Assertion.STATED);
    }

    @Test
    void aMissingDescriptionIsMadeFromTheTextAndSaysSo() {
        say(Field.TEXT, "Zwaluwstaart frezen\n" + TEXT, Syntax.HTML, "article");

        LearningResource made = made();

        assertThat(made.description().orElseThrow())
                .startsWith("Zet de frees op de juiste hoogte.")
                .endsWith(".")
                .hasSizeLessThan(310);
        assertThat(made.provenance()).contains(new Provenance("description", "made", "the beginning of the text"));
    }

    @Test
    void aReadingLevelComesWithItsFigureAndOnlyWhereThereIsDutchTextEnough() {
        assertThat(made().education().readingLevel()).isEmpty();

        say(Field.TEXT, TEXT, Syntax.HTML, "article");

        assertThat(made().education().readingLevel())
                .hasValueSatisfying(level -> assertThat(level.formula()).isEqualTo("flesch-douma"))
                .hasValueSatisfying(level -> assertThat(level.score()).isBetween(90.0, 110.0));

        say(Field.LANGUAGE, "fr", Syntax.JSON_LD, "/inLanguage");

        assertThat(made().education().readingLevel()).isEmpty();
    }

    @Test
    void whatIsStatedAsLevelIsReadAsAudienceAndFinalityToo() {
        say(Field.LEVEL, "3de graad bso", Syntax.JSON_LD, "/educationalLevel");
        say(Field.LEVEL, "OKAN", Syntax.JSON_LD, "/educationalLevel");
        say(Field.LEVEL, "VKS 4", Syntax.JSON_LD, "/educationalLevel");

        LearningResource made = made();

        assertThat(made.education().educationalLevels())
                .containsExactlyInAnyOrder("secundair-derde-graad", "bso", "okan", "secundair-onderwijs", "VKS 4");
        assertThat(made.education().finalities()).containsExactly("arbeidsmarkt");
        assertThat(made.education().audiences()).contains("okan");
    }

    @Test
    void whereNothingIsStatedTheWordsDecideAndAreNamed() {
        say(Field.DESCRIPTION, "Voor leerkrachten in de dubbele finaliteit.", Syntax.FEED, "description");

        LearningResource made = made();

        assertThat(made.education().finalities()).containsExactly("dubbel");
        assertThat(made.education().audiences()).contains("leraar");
        assertThat(made.provenance()).contains(new Provenance("finalities", "words", "dubbele finaliteit"));
    }

    @Test
    void theTemplatesLanguageDoesNotBeatAWholeTextInAnother() {
        say(Field.LANGUAGE, "en-US", Syntax.HTML, "html[lang]");
        say(Field.TEXT, TEXT, Syntax.HTML, "article");

        assertThat(made().languages()).hasToString("[nl]");

        say(Field.LANGUAGE, "en", Syntax.JSON_LD, "/inLanguage");

        assertThat(made().languages().getFirst()).hasToString("en");
    }

    @Test
    void partsOfADossierAndMarksArriveAsSuch() {
        URI part = URI.create("https://example.org/dossier.zip#fiche.pdf");
        statements.add(new Statement(
                Field.PART,
                new Value.Part("Fiche 1", part, Optional.of("application/pdf"), Optional.of(1200L)),
                Syntax.DOCUMENT,
                "fiche.pdf"));
        say(Field.MARK, "scanned-without-text", Syntax.DOCUMENT, "pages");

        LearningResource made = made();

        assertThat(made.content().marks()).containsExactly(LearningResource.Mark.SCANNED_WITHOUT_TEXT);
        assertThat(made.content().media())
                .containsExactly(new Media(
                        part,
                        Optional.of("Fiche 1"),
                        Optional.of("application/pdf"),
                        Optional.empty(),
                        Optional.of(1200L),
                        Media.Role.PART));
    }

    @Property(tries = 200)
    void whateverIsStatedGivesARecord(@ForAll String anything) throws IOException {
        if (source == null) {
            folder = Files.createTempDirectory("sources");
            source();
        }
        for (Field field : Field.values()) {
            say(field, anything, Syntax.HTML, "anywhere");
        }

        assertThat(NORMALISER.normalise(item(), Optional.empty(), source)).isNotNull();
    }

    private void say(Field field, String words, Syntax syntax, String where) {
        statements.add(new Statement(field, new Value.Text(words), syntax, where));
    }

    private LearningResource made() {
        return switch (NORMALISER.normalise(item(), Optional.empty(), source)) {
            case Normalised.Made(LearningResource resource) -> resource;
            case Normalised.Impossible(var failure) -> throw new AssertionError(failure);
        };
    }

    private Item item() {
        URI url = URI.create("https://example.org/a?utm_source=feed");
        return new Item(
                new ItemKey("a"),
                url,
                new RawRecord(url, statements, List.of()),
                "",
                Optional.empty(),
                Checkpoint.START);
    }
}

package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule of this room beside its table in src/test/resources: what publishers write, and what it means. A new case is a new line. */
class RuleTablesTest {

    private static final String AT = "/be/vakoogst/normalise/";
    private static final Vocabularies VOCABULARIES = Vocabularies.load(Path.of("../config/vocabularies"));
    private static final Languages LANGUAGES = new Languages();
    private static final Agents AGENTS = new Agents(VOCABULARIES.givenNames());

    @ParameterizedTest
    @CsvFileSource(resources = AT + "licences.csv", delimiter = '|')
    void aLicenceIsKnownByAddressIdentifierAndPhrase(String stated, String id, String uri) {
        List<Licences.Meant> meant = VOCABULARIES.licences().read(stated);

        assertThat(meant).hasSize(1);
        assertThat(meant.getFirst().id()).isEqualTo(Optional.ofNullable(id));
        assertThat(meant.getFirst().uri().map(URI::toString)).isEqualTo(Optional.ofNullable(uri));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "levels.csv", delimiter = '|')
    void aLevelIsKnownInTheWordsOfSchools(String stated, String ids) {
        Terms levels = VOCABULARIES.levels();

        assertThat(levels.withBroader(levels.meant(stated))).containsExactlyInAnyOrderElementsOf(several(ids));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "audiences.csv", delimiter = '|')
    void anAudienceIsKnownInTheWordsOfPublishers(String stated, String ids) {
        Terms audiences = VOCABULARIES.audiences();

        assertThat(audiences.withBroader(audiences.meant(stated))).containsExactlyInAnyOrderElementsOf(several(ids));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "finalities.csv", delimiter = '|')
    void aFinalityIsKnownByItsNames(String stated, String ids) {
        assertThat(VOCABULARIES.finalities().meant(stated)).containsExactlyElementsOf(several(ids));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "durations.csv", delimiter = '|')
    void aDurationIsReadInTheFormPublishersWriteIt(String stated, Long seconds) {
        assertThat(Durations.parse(stated).map(duration -> duration.toSeconds()))
                .isEqualTo(Optional.ofNullable(seconds));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "dates.csv", delimiter = '|')
    void aDateIsReadInTheFormPublishersWriteIt(String stated, String date) {
        assertThat(DateText.parse(stated).map(OffsetDateTime::toString)).isEqualTo(Optional.ofNullable(date));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "agents.csv", delimiter = '|')
    void peopleAndOrganisationsAreToldApart(String stated, String agents) {
        assertThat(AGENTS.read(new Value.Text(stated)).stream()
                        .map(agent -> agent.name() + ":" + agent.kind().code()))
                .containsExactlyElementsOf(several(agents));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "languages.csv", delimiter = '|')
    void aStatedLanguageBecomesATag(String stated, String tags) {
        assertThat(text(new Languages().stated(stated))).isEqualTo(tags == null ? "" : tags);
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "short-texts.csv", delimiter = '|')
    void theLanguageOfALineIsRecognised(String line, String language) {
        assertThat(LANGUAGES.detect(line).map(Object::toString)).contains(language);
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "keywords.csv", delimiter = '|', quoteCharacter = '~', commentCharacter = '%')
    void keywordsAreSplitAndCleaned(String stated, String words) {
        assertThat(Keywords.clean(Stream.of(stated))).containsExactlyElementsOf(several(words));
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "addresses.csv", delimiter = '|', commentCharacter = '~')
    void anAddressLosesWhatOnlyTracks(URI stated, URI clean) {
        assertThat(VOCABULARIES.addresses().clean(stated)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvFileSource(resources = AT + "syllables.csv", delimiter = '|')
    void syllablesAreCountedByVowels(String word, int syllables) {
        assertThat(ReadingEase.syllables(word)).isEqualTo(syllables);
    }

    private static List<String> several(String cell) {
        return cell == null ? List.of() : Arrays.asList(cell.split("\\+"));
    }

    private static String text(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("+"));
    }
}

package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntTest {

    private static final Path VOCABULARY = Path.of("../config/vocabularies");

    @Test
    void whatWasLearntAtBuildTimeJudgesAsWhatIsLearntNow() {
        Vocabulary.Contents contents = Vocabulary.load(VOCABULARY).contents();
        Judge stored = Judge.taught(contents);
        Judge anew = Judge.taught(contents, contents.examples());

        assertThat(Learnt.from(contents)).isPresent();
        assertThat(contents.examples().subList(0, 200))
                .allSatisfy(example -> assertThat(stored.judge(example.text())).isEqualTo(anew.judge(example.text())));
    }

    @Test
    void leaningsComeBackAsTheyWereWritten() throws IOException {
        Vocabulary.Contents contents = Vocabulary.load(VOCABULARY).contents();
        Leanings written = Judge.taughtBy(contents, contents.examples().subList(0, 50));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        written.write(new DataOutputStream(bytes));
        Leanings read = Leanings.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        List<Traits.Trait> traits = Traits.of("lassen", List.of());
        assertThat(read.bias()).containsExactly(written.bias());
        assertThat(read.of(traits)).containsExactly(written.of(traits));
    }

    @Test
    void aChangedFileOfTheVocabularyMakesItLearnAnew(@TempDir Path folder) throws IOException {
        copy(VOCABULARY, folder);
        assertThat(Learnt.from(Vocabulary.load(folder).contents())).isPresent();

        Files.writeString(folder.resolve("silent-words.txt"), "zomaarietsnieuws\n", StandardOpenOption.APPEND);

        assertThat(Learnt.from(Vocabulary.load(folder).contents())).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}

package be.vakoogst.document;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.Body;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** The reading process and what documents do to it; each is really started, and really ended. */
class ReadersTest {

    private static final DocumentSettings NARROW = withTime(Duration.ofMinutes(2));
    private static final byte[] GOOD = Pdf.titled("Veilig slijpen")
            .page("Veilig slijpen", "Draag altijd een bril.")
            .bytes();
    private static final Readers READERS = new Readers(NARROW);

    @AfterAll
    static void close() {
        READERS.close();
    }

    static Stream<Arguments> badDocuments() {
        return Stream.of(
                Arguments.of("vreetzak.xlsx", Hostile.sheetOfEndlessWords(), Reason.DOCUMENT_KILLED_READER),
                Arguments.of("slot.pdf", Pdf.titled("Slot").page("Geheim").lockedWith("geheim"), Reason.ENCRYPTED),
                Arguments.of("half.pdf", Hostile.firstHalf(Hostile.noise("%PDF-1.7\n")), Reason.UNREADABLE),
                Arguments.of(
                        "afgebroken.pdf",
                        Hostile.firstHalf(
                                Pdf.titled("Half").page("Half", "Een zin").bytes()),
                        Reason.UNREADABLE),
                Arguments.of("programma.pdf", Hostile.noise("MZ"), Reason.WRONG_TYPE),
                Arguments.of("half.docx", Hostile.firstHalf(Office.word("Half", "Half", "Een zin")), Reason.UNREADABLE),
                Arguments.of("leeg.pdf", new byte[0], Reason.EMPTY),
                Arguments.of("raadsel", Hostile.noise("\1\2\3\4"), Reason.WRONG_TYPE),
                Arguments.of("bom.zip", new Zip().withSpaces("leeg.txt", 50).bytes(), Reason.BOMB),
                Arguments.of("groot.zip", Hostile.manyFiles(), Reason.BOMB),
                Arguments.of("nest.zip", Hostile.nested(6, "Diep"), Reason.BOMB),
                Arguments.of(
                        "verborgen.zip",
                        new Zip()
                                .with(
                                        "binnen.zip",
                                        new Zip().withSpaces("leeg.txt", 50).bytes())
                                .bytes(),
                        Reason.BOMB),
                Arguments.of("lach.docx", Hostile.wordWithEntities(StandardCharsets.UTF_8), Reason.BOMB),
                Arguments.of("lach-16.docx", Hostile.wordWithEntities(StandardCharsets.UTF_16), Reason.BOMB),
                Arguments.of("lach-16le.docx", Hostile.wordWithEntities(StandardCharsets.UTF_16LE), Reason.BOMB));
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void aBadDocumentCostsItselfAloneAndSaysWhy(String name, byte[] document, Reason reason) {
        Answer answer = read(document, name);
        Answer next = read(GOOD, "goed.pdf");

        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason);
            assertThat(refused.detail()).isNotBlank().doesNotContain("\n");
        });
        assertThat(next)
                .isInstanceOfSatisfying(
                        Answer.Read.class,
                        read -> assertThat(read.reading().text()).contains("Draag altijd een bril."));
    }

    @Test
    void aDocumentThatKeepsAReaderBusyForEverIsGivenUp() {
        byte[] endless = Pdf.titled("Lus").drawingForEver().bytes();
        List<ProcessHandle> others = readingProcesses();
        try (Readers hasty = new Readers(withTime(Duration.ofSeconds(2)));
                Body body = Body.of(endless)) {
            assertThat(hasty.read(body.file(), "lus.pdf"))
                    .isEqualTo(new Answer.Refused(Reason.DOCUMENT_TOO_SLOW, "not read within 2 s"));
            assertThat(readingProcesses()).as("those of the other readers only").isSubsetOf(others);
        }
    }

    @Test
    void whatIsReadBesideADocumentThatEndsTheProcessIsReadAllTheSame() throws Exception {
        try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
            Future<Answer> hostile = aside.submit(() -> read(Hostile.sheetOfEndlessWords(), "vreetzak.xlsx"));
            List<Answer> beside = new ArrayList<>();
            while (!hostile.isDone()) {
                beside.add(read(GOOD, "goed.pdf"));
            }

            assertThat(hostile.get())
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.DOCUMENT_KILLED_READER));
            assertThat(beside).isNotEmpty().hasOnlyElementsOfType(Answer.Read.class);
        }
    }

    @Test
    void ofDocumentsThatHangSideBySideEachIsGivenUpForItself() throws Exception {
        byte[] endless = Pdf.titled("Lus").drawingForEver().bytes();
        try (Readers hasty = new Readers(withTime(Duration.ofSeconds(2)));
                Body body = Body.of(endless);
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            Path file = body.file();
            List<Future<Answer>> answers = two.invokeAll(Collections.nCopies(2, () -> hasty.read(file, "lus.pdf")));

            for (Future<Answer> answer : answers) {
                assertThat(answer.get()).isEqualTo(new Answer.Refused(Reason.DOCUMENT_TOO_SLOW, "not read within 2 s"));
            }
        }
    }

    @Test
    void aHundredThousandObjectsAreReadWithinTheLimits() {
        byte[] document = Pdf.titled("Veel")
                .withObjects(100_000)
                .page("Veel", "En toch te lezen.")
                .bytes();

        Answer answer;
        try (Readers usual = new Readers(DocumentSettings.DEFAULT);
                Body body = Body.of(document)) {
            answer = usual.read(body.file(), "veel.pdf");
        }

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Read.class,
                        read -> assertThat(read.reading().text()).contains("En toch te lezen."));
    }

    @Test
    void theTextOfABookIsBounded() {
        Answer answer = read("Hout werkt altijd. ".repeat(100_000).getBytes(), "boek.txt");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Read.class,
                        read -> assertThat(read.reading().text().length()).isBetween(100_000, 120_000));
    }

    @Test
    void aProcessThatIsGoneIsReplacedWithoutBlamingADocument() {
        read(GOOD, "goed.pdf");
        readingProcesses().forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });

        assertThat(read(GOOD, "goed.pdf")).isInstanceOf(Answer.Read.class);
    }

    private static List<ProcessHandle> readingProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ReadingProcess"))
                .toList();
    }

    private static DocumentSettings withTime(Duration time) {
        return new DocumentSettings(1, 2, time, DataSize.ofMegabytes(64), DataSize.ofMegabytes(200), 4, 100, false);
    }

    private static Answer read(byte[] document, String name) {
        try (Body body = Body.of(document)) {
            return READERS.read(body.file(), name);
        }
    }
}

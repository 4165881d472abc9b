package be.vakoogst.document;

import be.vakoogst.document.Answer.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;

/**
 * Documents in a second: of Tika in this process and of ours with its isolation, over the same files by as many threads as ours are read at once.
 * Both begin cold and are measured again warm; the process starts are in the first row of ours.
 */
final class DocumentsBench {

    private static final int ROUNDS = 3;
    private static final int AT_ONCE = DocumentSettings.DEFAULT.atOnce();
    private static final int AIM = 80;
    private static final String PARAGRAPH =
            "De schrijnwerker meet de opening, zaagt de stijlen op lengte en stelt de kader haaks voor hij de vijzen aantrekt. ";

    private final List<Path> documents;

    private DocumentsBench(List<Path> documents) {
        this.documents = documents;
    }

    /** Arguments: how many documents, an empty folder to work in. */
    static void main(String... arguments) throws Exception {
        int many = Integer.parseInt(arguments[0]);
        new DocumentsBench(write(many, Path.of(arguments[1]))).measure();
    }

    private static List<Path> write(int many, Path folder) throws IOException {
        List<Path> documents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Path file = folder.resolve("document" + i + (i % 4 == 3 ? ".docx" : ".pdf"));
            documents.add(Files.write(file, i % 4 == 3 ? word(i) : pdf(i)));
        }
        return documents;
    }

    private static byte[] pdf(int number) {
        Pdf pdf = Pdf.titled("Fiche " + number).by("Els Peeters");
        String[] lines = PARAGRAPH.repeat(12).split("(?<=\\G.{90})");
        for (int page = 0; page < 10; page++) {
            pdf.page("Fiche %d, blad %d".formatted(number, page), lines);
        }
        return pdf.bytes();
    }

    private static byte[] word(int number) {
        String[] paragraphs = new String[60];
        java.util.Arrays.fill(paragraphs, PARAGRAPH.repeat(4));
        return Office.word("Fiche " + number, "Fiche " + number, paragraphs);
    }

    private void measure() throws Exception {
        AutoDetectParser tika = new AutoDetectParser();
        System.out.printf(Locale.ROOT, "%n%d documents, %d at once%n", documents.size(), AT_ONCE);
        try (Readers readers = new Readers(DocumentSettings.DEFAULT)) {
            for (int round = 1; round <= ROUNDS; round++) {
                Taken bare = taken("Tika alone", round, file -> bare(tika, file));
                Taken ours = taken("ours, isolation included", round, file -> ours(readers, file));
                System.out.printf(
                        Locale.ROOT,
                        "  ours is %.0f%% of Tika alone, %.0f%% by CPU time; the aim is %d%%%n",
                        100 * bare.seconds() / ours.seconds(),
                        100 * bare.cpu() / ours.cpu(),
                        AIM);
            }
        }
    }

    private interface Reading {
        int length(Path file) throws Exception;
    }

    /** @param cpu seconds of all processors, in this process and in those that read */
    private record Taken(double seconds, double cpu) {}

    private Taken taken(String what, int round, Reading reading) throws Exception {
        double cpu = cpu();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Integer>> tasks = documents.stream()
                    .map(file -> (Callable<Integer>) () -> reading.length(file))
                    .toList();
            for (Future<Integer> length : threads.invokeAll(tasks)) {
                if (length.get() < PARAGRAPH.length()) {
                    throw new IllegalStateException(what + " read too little");
                }
            }
        }
        Taken taken = new Taken((System.nanoTime() - start) / 1e9, cpu() - cpu);
        System.out.printf(
                Locale.ROOT,
                "  %-28s round %d %8.1f s %8.1f s of CPU time %8.1f documents/s%n",
                what,
                round,
                taken.seconds(),
                taken.cpu(),
                documents.size() / taken.seconds());
        return taken;
    }

    private static double cpu() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toMillis() / 1e3)
                .sum();
    }

    private static int bare(AutoDetectParser tika, Path file) throws Exception {
        BodyContentHandler text = new BodyContentHandler(120_000);
        try (InputStream in = org.apache.tika.io.TikaInputStream.get(file)) {
            tika.parse(in, text, new Metadata(), new ParseContext());
        }
        return text.toString().length();
    }

    private static int ours(Readers readers, Path file) {
        return readers.read(file, file.getFileName().toString()) instanceof Read(var reading)
                ? reading.text().length()
                : 0;
    }
}

package be.vakoogst.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One document of each kind that publishers offer most, for {@link Rehearsal}. Written anew by its main method, whose argument is {@code harvester/demo/documents}. */
final class RehearsalDocuments {

    private static final String SENTENCE = "De schrijnwerker meet de opening en zaagt de stijlen op lengte.";

    private RehearsalDocuments() {}

    static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> document : all().entrySet()) {
            Files.write(folder.resolve(document.getKey()), document.getValue());
        }
    }

    static Map<String, byte[]> all() throws IOException {
        return Map.ofEntries(
                Map.entry("fiche.pdf", pdf()),
                Map.entry("handleiding.docx", Office.word("Handleiding", "Een deur afhangen", SENTENCE, SENTENCE)),
                Map.entry("presentatie.pptx", Office.slides("Les 1", SENTENCE)),
                Map.entry("presentatie.ppt", Office.oldSlides(SENTENCE)),
                Map.entry("lijst.xlsx", Office.sheet("Multiplex 18 mm")),
                Map.entry("lijst.xls", Office.oldSheet("Vijzen 5 x 60")),
                Map.entry("nota.odt", Packages.odt()),
                Map.entry("handboek.epub", Packages.epub()),
                Map.entry("nota.rtf", ("{\\rtf1\\ansi{\\info{\\title Nota}}" + SENTENCE + "\\par}").getBytes()),
                Map.entry("nota.txt", SENTENCE.getBytes()),
                Map.entry("vragen.h5p", Packages.h5p()),
                Map.entry("cursus.zip", Packages.course("scorm-2004")),
                Map.entry(
                        "dossier.zip",
                        new Zip()
                                .with("dossier/fiche.pdf", pdf())
                                .with("dossier/nota.docx", Office.word("", "Nota", SENTENCE))
                                .bytes()));
    }

    private static byte[] pdf() {
        String[] lines = new String[25];
        java.util.Arrays.fill(lines, SENTENCE);
        return Pdf.titled("Fiche")
                .by("Els Peeters")
                .page("Een deur afhangen", lines)
                .page("Nakijken", lines)
                .bytes();
    }
}

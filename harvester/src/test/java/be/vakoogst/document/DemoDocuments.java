package be.vakoogst.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents of the demo publishers, in readable form. Written anew by its main method, whose argument is {@code harvester/demo/site/federatie}. */
final class DemoDocuments {

    private static final String LICENCE = "Dit werk valt onder een Creative Commons-licentie: CC BY-SA 4.0.";

    private DemoDocuments() {}

    static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve("documenten"));
        Files.write(folder.resolve("fiche-dakgoot-in-zink.pdf"), gutter());
        Files.write(folder.resolve("lasboek-1962.pdf"), scan());
        Files.write(folder.resolve("metselverbanden.h5p"), bonds());
        Files.write(folder.resolve("innovet-warmtepomp.zip"), heatPump());
    }

    /** Its title is the one that Word gave it; the fiche's own name stands on the page. */
    private static byte[] gutter() {
        return Pdf.titled("Microsoft Word - Document1")
                .by("Hilde Claes")
                .page(
                        "Een dakgoot in zink solderen",
                        "Zink zet uit: laat om de vijftien meter een uitzetstuk tussen de goten.",
                        "Maak de naad blank en vetvrij, en breng vloeimiddel aan met een kwastje.",
                        "Verwarm de soldeerbout tot het tin vloeit en trek de naad in een keer dicht.",
                        "Spoel resten van het vloeimiddel weg: ze vreten het zink aan.")
                .page("Nakijken", "Giet een emmer water in de goot en volg het afschot tot de afvoer.", LICENCE)
                .bytes();
    }

    private static byte[] scan() {
        return Pdf.titled("").scannedPage().scannedPage().bytes();
    }

    private static byte[] bonds() {
        return new Zip().with("h5p.json", """
                        {"title": "Metselverbanden herkennen", "language": "nl", "mainLibrary": "H5P.QuestionSet",
                         "embedTypes": ["iframe"], "license": "CC BY-SA", "licenseVersion": "4.0",
                         "authors": [{"name": "Sofie Maes", "role": "Author"}],
                         "preloadedDependencies": [{"machineName": "H5P.QuestionSet", "majorVersion": "1", "minorVersion": "20"}]}""").with("content/content.json", """
                        {"introPage": {"introductory": "<p>Kijk naar de gevel en kies het juiste metselverband.</p>"},
                         "questions": [
                          {"library": "H5P.MultiChoice 1.16", "params": {"question": "<p>Welk metselverband toont om de andere laag alleen koppen?</p>",
                           "answers": [{"text": "<div>Het kruisverband</div>", "correct": true}, {"text": "<div>Het halfsteensverband</div>", "correct": false}]}},
                          {"library": "H5P.MultiChoice 1.16", "params": {"question": "<p>Hoe ver verspringt een baksteen in halfsteensverband?</p>",
                           "answers": [{"text": "<div>Een halve steen</div>", "correct": true}, {"text": "<div>Een vierde steen</div>", "correct": false}]}}]}""").bytes();
    }

    /** A dossier as the InnoVET projects publish them: a guide, a sheet and slides in one zip. */
    private static byte[] heatPump() {
        return new Zip()
                .with(
                        "InnoVET warmtepomp/1 Handleiding leerkracht.docx",
                        Office.word(
                                "",
                                "Een warmtepomp inregelen in de klas",
                                "Zet de meetkoffers klaar en laat elke groep het debiet van haar kring bepalen.",
                                "Het rendement van de warmtepomp daalt bij elke graad die het water warmer moet zijn.",
                                LICENCE))
                .with(
                        "InnoVET warmtepomp/2 Meetfiche.pdf",
                        Pdf.titled("Meetfiche")
                                .page("Meetfiche warmtepomp", "Noteer aanvoer, retour en buitentemperatuur.")
                                .bytes())
                .with(
                        "InnoVET warmtepomp/3 Presentatie.pptx",
                        Office.slides("De koelkring", "Verdamper, compressor, condensor en expansieventiel"))
                .bytes();
    }
}

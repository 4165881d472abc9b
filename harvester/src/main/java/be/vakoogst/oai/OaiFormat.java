package be.vakoogst.oai;

import be.vakoogst.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which metadata format is asked for. */
final class OaiFormat {

    /** From the format that says most to the one that every repository has (section 2.4). */
    private static final List<String> FORMATS = List.of("nl_lom", "lom", "oai_lom", "ims_lom", "oai_dc");

    private static final String IN_ANY_CASE = "oai_dc";

    private OaiFormat() {}

    /** The one that was asked for, else the richest that is offered. */
    static String of(OaiSettings settings, OaiDialogue repository) {
        return settings.metadataPrefix().orElseGet(() -> switch (repository.ask("ListMetadataFormats", Map.of())) {
            case OaiAnswer.Part part -> richest(part.elements());
            case OaiAnswer.Refusal _ -> IN_ANY_CASE;
            case OaiAnswer.Silence _ -> IN_ANY_CASE;
        });
    }

    private static String richest(List<XmlElement> formats) {
        List<String> offered = formats.stream()
                .map(format -> format.textAt("metadataPrefix"))
                .filter(prefix -> !prefix.isBlank())
                .toList();
        return FORMATS.stream()
                .flatMap(wanted -> offered.stream().filter(prefix -> prefix.equalsIgnoreCase(wanted)))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(prefix -> prefix.toLowerCase(Locale.ROOT).contains("lom"))
                        .findFirst())
                .orElse(IN_ANY_CASE);
    }
}

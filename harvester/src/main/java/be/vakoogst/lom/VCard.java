package be.vakoogst.lom;

import be.vakoogst.resource.Agent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name on a vCard (RFC 6350), also where its lines were joined into one or it is no vCard at all but a plain name.
 *
 * @param kind an organisation where the card names one and no person
 */
record VCard(String name, Optional<Agent.Kind> kind) {

    private static final Pattern PROPERTY = Pattern.compile(
            "(?i)(?:^|[\\s\\n])(FN|ORG|N)(?:;[^:\\n]{0,60})?:(.*?)(?=\\s+(?:FN|N|ORG|EMAIL|TEL|URL|ADR|VERSION|END|REV|UID|TITLE|ROLE|NOTE|PHOTO|BEGIN)(?:;[^:\\n]{0,60})?:|\\n|$)",
            Pattern.DOTALL);

    static Optional<VCard> read(String entity) {
        String text = entity.strip().replace("\\n", "\n").replace("\r", "");
        if (!text.regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
            return text.isBlank() ? Optional.empty() : Optional.of(new VCard(text, Optional.empty()));
        }
        return property(text, "FN")
                .map(name -> new VCard(name, isOrganisation(text, name)))
                .or(() -> property(text, "N")
                        .map(VCard::inOrder)
                        .map(name -> new VCard(name, Optional.of(Agent.Kind.PERSON))))
                .or(() -> property(text, "ORG").map(name -> new VCard(name, Optional.of(Agent.Kind.ORGANIZATION))));
    }

    private static Optional<Agent.Kind> isOrganisation(String text, String name) {
        return property(text, "ORG")
                .filter(organisation -> organisation.equalsIgnoreCase(name))
                .map(same -> Agent.Kind.ORGANIZATION);
    }

    private static Optional<String> property(String text, String wanted) {
        Matcher properties = PROPERTY.matcher(text);
        while (properties.find()) {
            String value =
                    properties.group(2).replace("\\,", ",").replace("\\;", ";").strip();
            if (properties.group(1).equalsIgnoreCase(wanted)
                    && !value.replace(";", "").isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** {@code Family;Given;…} as people say it. */
    private static String inOrder(String name) {
        String[] parts = name.split(";");
        return parts.length > 1 ? (parts[1] + " " + parts[0]).strip() : name;
    }
}

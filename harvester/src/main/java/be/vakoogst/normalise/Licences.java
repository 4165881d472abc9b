package be.vakoogst.normalise;

import be.vakoogst.resource.Licence;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** From what a publisher says of its rights to a licence. Creative Commons addresses are read by their own grammar, in every version and port. */
final class Licences {

    private static final Pattern CREATIVE_COMMONS =
            Pattern.compile("(?i)creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)/(\\d\\.\\d)(?:/([a-z]{2}))?");
    private static final Pattern CREATIVE_COMMONS_WORDS =
            Pattern.compile("(?i)\\bcc[ -]?(by(?:[ -](?:nc|nd|sa)){0,2})[ -](\\d\\.\\d)\\b");

    private final List<Known> known;

    private record Known(String id, Optional<URI> uri, List<Pattern> urls, List<String> phrases) {}

    private Licences(List<Known> known) {
        this.known = known;
    }

    static Licences of(JsonNode yaml) {
        return new Licences(yaml.values().stream().map(Licences::known).toList());
    }

    private static Known known(JsonNode licence) {
        return new Known(
                licence.path("id").asString(),
                Optional.of(licence.path("uri").asString(""))
                        .filter(uri -> !uri.isEmpty())
                        .map(URI::create),
                licence.path("url_regex").values().stream()
                        .map(regex -> Pattern.compile(regex.asString(), Pattern.CASE_INSENSITIVE))
                        .toList(),
                licence.path("phrases").values().stream()
                        .map(phrase -> phrase.asString().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** What a statement comes to; a statement that names no known licence keeps its words. */
    Optional<Licence> read(String statement, Licence.Assertion assertion) {
        if (statement.isBlank()) {
            return Optional.empty();
        }
        Optional<URI> commons = creativeCommons(statement);
        Optional<Known> match =
                byAddress(commons.map(URI::toString).orElse(statement)).or(() -> byPhrase(statement));
        Optional<URI> uri = commons.or(() -> match.flatMap(Known::uri));
        return Optional.of(new Licence(
                uri, match.map(Known::id), Optional.of(PlainText.atMost(500, statement)), assertion, List.of()));
    }

    /** A source's default: an id of the vocabulary, or a URI. */
    Optional<Licence> byDefault(String idOrUri) {
        return known.stream()
                .filter(one -> one.id().equals(idOrUri))
                .findFirst()
                .map(one -> new Licence(
                        one.uri(), Optional.of(one.id()), Optional.empty(), Licence.Assertion.DEFAULT, List.of()))
                .or(() -> read(idOrUri, Licence.Assertion.DEFAULT));
    }

    private static Optional<URI> creativeCommons(String statement) {
        Matcher address = CREATIVE_COMMONS.matcher(statement);
        if (address.find()) {
            String port = address.group(4) == null ? "" : address.group(4) + "/";
            return Optional.of(URI.create(("https://creativecommons.org/" + address.group(1) + "/" + address.group(2)
                            + "/" + address.group(3) + "/" + port)
                    .toLowerCase(Locale.ROOT)));
        }
        Matcher words = CREATIVE_COMMONS_WORDS.matcher(statement);
        return words.find()
                ? Optional.of(URI.create("https://creativecommons.org/licenses/"
                        + words.group(1).toLowerCase(Locale.ROOT).replace(' ', '-') + "/" + words.group(2) + "/"))
                : Optional.empty();
    }

    private Optional<Known> byAddress(String text) {
        return known.stream()
                .filter(one ->
                        one.urls().stream().anyMatch(url -> url.matcher(text).find()))
                .findFirst();
    }

    private Optional<Known> byPhrase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(one -> one.phrases().stream().anyMatch(lower::contains))
                .findFirst();
    }
}

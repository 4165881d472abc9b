package be.vakoogst.document;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord.Notice;
import be.vakoogst.extract.Sayings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an H5P package says of itself (h5p.json) and to its learner (content.json). H5P specification, "Package definition". */
final class H5p {

    private static final int MOST_WORDS = 100_000;

    /** The codes of its licence field; the version stands apart. */
    private static final Map<String, String> LICENCES = Map.of(
            "PD", "https://creativecommons.org/publicdomain/mark/1.0/",
            "CC PDM", "https://creativecommons.org/publicdomain/mark/1.0/",
            "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
            "C", "Alle rechten voorbehouden",
            "ODC PDDL", "https://opendatacommons.org/licenses/pddl/1.0/");

    /** Of content.json: what is for the machine. */
    private static final Set<String> SILENT = Set.of(
            "path",
            "mime",
            "library",
            "subContentId",
            "license",
            "licenseVersion",
            "licenseExtras",
            "contentType",
            "authors",
            "changes",
            "defaultLanguage",
            "behaviour",
            "l10n",
            "UI",
            "overallFeedback",
            "confirmCheck",
            "confirmRetry");

    private final Sayings sayings;
    private final List<Notice> notices;

    H5p(Sayings sayings, List<Notice> notices) {
        this.sayings = sayings;
        this.notices = notices;
    }

    void read(String json, Optional<String> content) {
        parse("h5p.json", json).ifPresent(this::describe);
        content.flatMap(text -> parse("content/content.json", text))
                .ifPresent(root -> sayings.words(Field.TEXT, words(root), "content/content.json"));
    }

    private Optional<JsonNode> parse(String name, String json) {
        try {
            return Optional.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            notices.add(new Notice(name, "no JSON: " + e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private void describe(JsonNode h5p) {
        say(Field.TITLE, h5p, "title");
        String extra = h5p.path("extraTitle").asString("");
        sayings.words(Field.TITLE, extra, "h5p.json/extraTitle");
        h5p.path("authors")
                .forEach(author -> sayings.who(
                        Field.CREATOR, author.path("name").asString(""), Optional.empty(), "h5p.json/authors"));
        String language =
                h5p.path("defaultLanguage").asString(h5p.path("language").asString(""));
        sayings.words(Field.LANGUAGE, language.equals("und") ? "" : language, "h5p.json/language");
        licence(h5p);
        say(Field.DESCRIPTION, h5p, "metaDescription");
        for (String word : h5p.path("metaKeywords").asString("").split(",")) {
            sayings.words(Field.KEYWORD, word, "h5p.json/metaKeywords");
        }
        sayings.words(Field.TYPE, h5p.path("mainLibrary").asString(""), "h5p.json/mainLibrary");
    }

    private void say(Field field, JsonNode h5p, String member) {
        sayings.words(field, h5p.path(member).asString(""), "h5p.json/" + member);
    }

    private void licence(JsonNode h5p) {
        String code = h5p.path("license").asString("").strip();
        String version = h5p.path("licenseVersion").asString("").strip();
        String stated = LICENCES.getOrDefault(code, LICENCES.getOrDefault(code + " " + version, code + " " + version));
        if (!code.isEmpty() && !code.equals("U")) {
            sayings.licence(stated.strip(), "h5p.json/license");
        }
    }

    private static String words(JsonNode root) {
        StringBuilder words = new StringBuilder();
        collect(root, words);
        return words.toString();
    }

    private static void collect(JsonNode node, StringBuilder words) {
        if (words.length() > MOST_WORDS) {
            return;
        }
        if (node.isString()) {
            add(node.asString(), words);
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, words));
        }
        node.properties().stream()
                .filter(member -> !SILENT.contains(member.getKey()))
                .forEach(member -> collect(member.getValue(), words));
    }

    /** Words have spaces between them; keys, colours and addresses have none. */
    private static void add(String value, StringBuilder words) {
        String text = Jsoup.parse(value).text().strip();
        if (text.contains(" ") || text.matches("\\p{Lu}\\p{Ll}{3,}\\p{Punct}?")) {
            words.append(text).append('\n');
        }
    }
}

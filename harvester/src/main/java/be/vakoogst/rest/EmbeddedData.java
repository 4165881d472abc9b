package be.vakoogst.rest;

import be.vakoogst.extract.Html;
import be.vakoogst.extract.JsonLdText;
import be.vakoogst.fetch.Fetched;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page of HTML says in JSON-LD (JSON-LD 1.1, section 7), as a tree whose members are types, each a list of what is of that type. */
final class EmbeddedData {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedData.class);

    private static final String TYPE = "application/ld+json";

    /** As much as a page that people read has. */
    private static final int MOST = 1000;

    private EmbeddedData() {}

    /** The next page is where its link leads, as if a header said so. */
    static Answer.Tree in(Fetched.Fresh fetched) {
        Document page = Html.parse(fetched);
        ObjectNode byType = Answer.JSON.createObjectNode();
        page.select("script").stream()
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).startsWith(TYPE))
                .flatMap(script -> parsed(script.data()))
                .flatMap(EmbeddedData::things)
                .limit(MOST)
                .forEach(thing -> types(thing)
                        .forEach(type -> byType.withArrayProperty(type).add(thing)));
        return new Answer.Tree(byType, headers(fetched, page));
    }

    /** What had to be repaired concerns who reads the page, which is read by itself too. */
    private static Stream<JsonNode> parsed(String script) {
        return JsonLdText.read(script, repair -> LOG.debug("JSON-LD of a list {}", repair)).stream();
    }

    /** A thing, those of its graph, and what a page is about. */
    private static Stream<JsonNode> things(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(EmbeddedData::thing);
        }
        return thing(value);
    }

    private static Stream<JsonNode> thing(JsonNode value) {
        return Stream.concat(Stream.of(value), value.path("@graph").valueStream())
                .flatMap(thing -> Stream.concat(Stream.of(thing), about(thing)))
                .filter(JsonNode::isObject);
    }

    private static Stream<JsonNode> about(JsonNode thing) {
        JsonNode about = thing.path("mainEntity");
        return about.isArray() ? about.valueStream() : Stream.of(about);
    }

    /** Without prefix or address: {@code schema:ItemList} is an {@code ItemList}. */
    private static Stream<String> types(JsonNode thing) {
        JsonNode type = thing.path("@type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(name -> name.asString("").replaceFirst("^.*[:/#]", ""))
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    private static Map<String, List<String>> headers(Fetched.Fresh fetched, Document page) {
        Map<String, List<String>> headers = new LinkedHashMap<>(fetched.headers());
        Optional.ofNullable(page.selectFirst("link[rel~=(?i)\\bnext\\b][href], a[rel~=(?i)\\bnext\\b][href]"))
                .map(EmbeddedData::asHeader)
                .ifPresent(next -> headers.put("link", List.of(next)));
        return headers;
    }

    private static String asHeader(Element link) {
        return "<" + link.attr("href").strip().replace(">", "%3E") + ">; rel=\"next\"";
    }
}

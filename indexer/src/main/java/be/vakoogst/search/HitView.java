package be.vakoogst.search;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A hit as a page shows it.
 *
 * @param title in pieces, those that say the words marked
 * @param text the description or the part of it that says the words
 * @param image an address, or empty
 * @param marks type, duration, date: what there is, in words
 */
record HitView(
        String id,
        List<Piece> title,
        List<Piece> text,
        String image,
        String source,
        String host,
        String licence,
        List<String> marks,
        List<TradeView> trades) {

    private static final int LONGEST_TEXT = 240;

    record Piece(String text, boolean marked) {}

    /** @param evidence the words that gave it, and where they stood */
    record TradeView(String id, String label, String assertedBy, List<String> evidence) {}

    static HitView of(SearchAnswer.Hit hit, Labels labels, Locale locale) {
        Map<String, JsonNode> fields = hit.resource().fields();
        String language = locale.getLanguage();
        JsonNode licence = field(fields, "licence");
        String licenceId = licence.path("id").asString("");
        return new HitView(
                text(fields, "id"),
                pieces(hit, "title", text(fields, "title")),
                pieces(hit, "description", shortened(text(fields, "description"))),
                safe(field(fields, "image").path("url").asString("")),
                field(fields, "source").path("name").asString(""),
                Optional.ofNullable(URI.create(text(fields, "url")).getHost()).orElse(""),
                licenceId.isEmpty() ? "" : labels.of(Facet.LICENCE, licenceId, language),
                marks(fields, labels, locale),
                trades(field(fields, "trades"), labels, language));
    }

    private static JsonNode field(Map<String, JsonNode> fields, String name) {
        return fields.getOrDefault(name, MissingNode.getInstance());
    }

    private static String text(Map<String, JsonNode> fields, String name) {
        return field(fields, name).asString("");
    }

    private static String safe(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }

    private static String shortened(String text) {
        int space = text.lastIndexOf(' ', LONGEST_TEXT);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, space > 0 ? space : LONGEST_TEXT) + " …";
    }

    private static List<Piece> pieces(SearchAnswer.Hit hit, String field, String otherwise) {
        return hit.highlights().stream()
                .filter(highlight -> highlight.field().equals(field))
                .findFirst()
                .map(HitView::pieces)
                .orElseGet(() -> otherwise.isEmpty() ? List.of() : List.of(new Piece(otherwise, false)));
    }

    private static List<Piece> pieces(SearchAnswer.Highlight highlight) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (SearchAnswer.Range range : highlight.ranges()) {
            pieces.add(new Piece(highlight.text().substring(at, range.start()), false));
            pieces.add(new Piece(highlight.text().substring(range.start(), range.end()), true));
            at = range.end();
        }
        pieces.add(new Piece(highlight.text().substring(at), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private static List<String> marks(Map<String, JsonNode> fields, Labels labels, Locale locale) {
        List<String> marks = new ArrayList<>();
        field(fields, "resourceTypes")
                .forEach(type -> marks.add(labels.of(Facet.TYPE, type.asString(), locale.getLanguage())));
        if (fields.containsKey("duration")) {
            marks.add(spoken(Duration.parse(text(fields, "duration"))));
        }
        if (fields.containsKey("datePublished")) {
            marks.add(OffsetDateTime.parse(text(fields, "datePublished"))
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(locale)));
        }
        return marks;
    }

    private static String spoken(Duration duration) {
        return duration.toHours() > 0
                ? "%d u %02d".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static List<TradeView> trades(JsonNode trades, Labels labels, String language) {
        List<TradeView> all = new ArrayList<>();
        trades.forEach(trade -> {
            String id = trade.path("id").asString("");
            all.add(new TradeView(
                    id,
                    labels.of(Facet.TRADE, id, language),
                    trade.path("assertedBy").asString("rule"),
                    trade.path("evidence").values().stream()
                            .map(evidence -> evidence.path("term").asString(""))
                            .distinct()
                            .toList()));
        });
        return all;
    }
}

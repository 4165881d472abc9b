package be.vakoogst.search;

import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the values of facets are called: by the operator's vocabularies, by what the sources are called, by the pages' messages, or else as they are. */
public class Labels {

    private static final Map<Facet, String> FILES = Map.of(
            Facet.TYPE, "resource-types.yml",
            Facet.AUDIENCE, "audiences.yml",
            Facet.LEVEL, "levels.yml",
            Facet.FINALITY, "finalities.yml",
            Facet.LICENCE, "licences.yml");

    private static final int MOST_SPOKEN = 10_000;

    private final Map<Facet, Map<String, JsonNode>> files = new EnumMap<>(Facet.class);
    /** Java looks names of languages up anew each time, and each search shows some. */
    private final Cache<Asked, String> spoken =
            Caffeine.newBuilder().maximumSize(MOST_SPOKEN).build();

    private final Vocabulary trades;
    private final UnaryOperator<String> sources;
    private final MessageSource messages;

    /** @param sources the name of a source, by its id */
    Labels(Path vocabularies, Vocabulary trades, UnaryOperator<String> sources, MessageSource messages) {
        this.trades = trades;
        this.sources = sources;
        this.messages = messages;
        FILES.forEach((facet, file) -> files.put(facet, read(vocabularies.resolve(file))));
    }

    private record Asked(Facet facet, String value, String language) {}

    private static Map<String, JsonNode> read(Path file) {
        Map<String, JsonNode> labels = new HashMap<>();
        if (Files.isRegularFile(file)) {
            YAMLMapper.shared()
                    .readTree(file.toFile())
                    .forEach(entry -> labels.put(
                            entry.path("id").asString(""), entry.path(entry.has("prefLabel") ? "prefLabel" : "label")));
        }
        return labels;
    }

    /** @param facet its name in searches; a value of what is no facet is called as it is */
    public String of(String facet, String value, String language) {
        return Facet.named(facet).map(known -> of(known, value, language)).orElse(value);
    }

    String of(Facet facet, String value, String language) {
        if (facet == Facet.TRADE) {
            return trades.trade(value).map(trade -> trade.label(language)).orElse(value);
        }
        if (facet == Facet.SOURCE) {
            return sources.apply(value);
        }
        return Optional.ofNullable(files.getOrDefault(facet, Map.of()).get(value))
                .map(labels -> labels.path(language).asString(labels.path("nl").asString("")))
                .filter(label -> !label.isEmpty())
                .orElseGet(() -> spoken(facet, value, language));
    }

    private String spoken(Facet facet, String value, String language) {
        return spoken.get(new Asked(facet, value, language), this::say);
    }

    private String say(Asked asked) {
        Facet facet = asked.facet();
        String value = asked.value();
        Locale locale = Locale.forLanguageTag(asked.language());
        if (facet == Facet.LANGUAGE) {
            return Locale.forLanguageTag(value).getDisplayLanguage(locale);
        }
        String code = "search." + facet.code() + "." + value;
        return Optional.ofNullable(messages.getMessage(code, null, value, locale))
                .orElse(value);
    }

    /** What the trades are called, by id. */
    Map<String, String> trades(String language) {
        Map<String, String> labels = new HashMap<>();
        for (Trade trade : trades.trades()) {
            labels.put(trade.id(), trade.label(language));
        }
        return labels;
    }
}

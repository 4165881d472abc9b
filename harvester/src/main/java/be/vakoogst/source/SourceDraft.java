package be.vakoogst.source;

import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A source that does not exist yet, as its file is to be.
 *
 * @param options of the connector, as its YAML has them
 * @param every how often it runs; empty: only on command
 */
public record SourceDraft(
        SourceId id,
        String name,
        SourceKind kind,
        String connector,
        URI url,
        Map<String, Object> options,
        Optional<Duration> every,
        Politeness politeness,
        Map<String, Object> defaults) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST_ID = 64;

    /** The simplest source of an address. */
    public static SourceDraft of(URI url, String connector, Map<String, Object> options) {
        return new SourceDraft(
                idOf(url),
                url.getHost(),
                SourceKind.PUBLISHER,
                connector,
                url,
                options,
                Optional.empty(),
                Politeness.DEFAULT,
                Map.of());
    }

    /** A folder of documents or a sheet; it runs only on command. */
    public static SourceDraft ofFolder(SourceId id, String name, SourceKind kind, URI place) {
        return new SourceDraft(
                id, name, kind, "folder", place, Map.of(), Optional.empty(), Politeness.DEFAULT, Map.of());
    }

    /** An id that is always the same for an address. */
    public static SourceId idOf(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "-" + url.getRawQuery();
        String text = (url.getAuthority() + path + query)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new SourceId(
                text.substring(0, Math.min(LONGEST_ID, text.length())).replaceAll("-$", ""));
    }

    /** The text of its file, all of it in quotes, so that nothing that a stranger wrote can name a variable of our environment. */
    public String yaml() {
        return text(content());
    }

    private static String text(Object file) {
        return YAML.writeValueAsString(file).replaceFirst("^---\\s*\n", "").replace("${", "\\u0024{");
    }

    /** The source that its file makes. */
    public Source source() {
        return new SourceYaml(JsonMapper.shared().valueToTree(content())).source();
    }

    private Map<String, Object> content() {
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("type", connector);
        how.put("url", url.toString());
        how.putAll(options);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", id.value());
        file.put("name", name);
        file.put("kind", kind.code());
        file.put("connector", how);
        every.ifPresent(interval -> file.put("schedule", Map.of("every", interval.toHours() + "h")));
        file.put("politeness", pace());
        if (!defaults.isEmpty()) {
            file.put("defaults", defaults);
        }
        return file;
    }

    private Map<String, Object> pace() {
        Map<String, Object> pace = new LinkedHashMap<>();
        pace.put("delay", politeness.delay().toMillis() + "ms");
        pace.put("concurrency", politeness.concurrency());
        return pace;
    }

    /** The same, asked as fast as this. */
    public SourceDraft paced(Politeness pace) {
        return new SourceDraft(id, name, kind, connector, url, options, every, pace, defaults);
    }

    /** The same under another name; a blank one changes nothing. */
    public SourceDraft titled(String title) {
        return title.isBlank()
                ? this
                : new SourceDraft(id, title.strip(), kind, connector, url, options, every, politeness, defaults);
    }

    /** The text of a source that is as another one in all but where and how it is read. */
    public String inPlaceOf(String other) {
        ObjectNode file = (ObjectNode) YAML.readTree(other);
        file.set("connector", YAML.readTree(yaml()).path("connector"));
        return text(file);
    }

    /** The same under another id. */
    public SourceDraft called(SourceId other) {
        return new SourceDraft(other, name, kind, connector, url, options, every, politeness, defaults);
    }

    /** The same under another name, for somebody, as often as they wish. */
    public SourceDraft registered(String otherName, SourceKind otherKind, Duration wish, Map<String, Object> stated) {
        return new SourceDraft(
                id, otherName, otherKind, connector, url, options, Optional.of(wish), politeness, Map.copyOf(stated));
    }

    /** What a list of trades or audiences is in a file. */
    public static Map<String, Object> defaults(
            Optional<String> licence, List<String> audience, List<String> trades, Optional<String> language) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        language.ifPresent(tag -> defaults.put("language", tag));
        licence.ifPresent(id -> defaults.put("licence", id));
        if (!audience.isEmpty()) {
            defaults.put("audience", audience);
        }
        if (!trades.isEmpty()) {
            defaults.put("trades", trades);
        }
        return defaults;
    }
}

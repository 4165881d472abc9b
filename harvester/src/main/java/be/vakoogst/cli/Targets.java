package be.vakoogst.cli;

import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.source.ConnectorSettings;
import be.vakoogst.source.Defaults;
import be.vakoogst.source.Limits;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.Sources;
import be.vakoogst.source.UrlPatterns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From what stands on the command line to sources: an id of the configuration folder, or a URL that becomes a source of its own. */
final class Targets {

    private static final Pattern OAI =
            Pattern.compile("(?i)[?&]verb=|/oai(-?pmh|2|_pmh)?(/request|/provider)?/?(\\?|$)");
    private static final Pattern SITEMAP = Pattern.compile("(?i)sitemap[^/?]*\\.(xml|txt)(\\.gz)?(\\?|$)");

    private final Sources sources;
    private final Politeness politeness;
    private final Optional<String> connector;

    /** @param connector the type for URLs; empty: told from the address */
    Targets(Sources sources, Politeness politeness, Optional<String> connector) {
        this.sources = sources;
        this.politeness = politeness;
        this.connector = connector;
    }

    List<Source> of(List<String> idsAndUrls, Optional<Path> file) {
        List<String> all = new ArrayList<>(idsAndUrls);
        file.ifPresent(path -> all.addAll(lines(path)));
        if (all.isEmpty()) {
            throw new WrongUse("Name at least one source id or URL, or a file of URLs with --from.");
        }
        return all.stream().map(this::source).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new WrongUse("--from: " + file + " cannot be read");
        }
    }

    private Source source(String target) {
        if (target.contains("://")) {
            return ofUrl(target);
        }
        return Optional.of(target)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .flatMap(text -> sources.find(new SourceId(text)))
                .orElseThrow(() -> new WrongUse("There is no source '" + target + "'; see: vakoogst sources list"));
    }

    /** @param name as readers see it; blank: the host's */
    Source named(String text, String name) {
        Source source = ofUrl(text);
        return name.isBlank() ? source : source.called(name.strip());
    }

    private Source ofUrl(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("'" + text + "' is no URL");
        }
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new WrongUse("'" + text + "' is no http or https URL with a host");
        }
        return new Source(
                SourceDraft.idOf(url),
                url.getHost(),
                Optional.empty(),
                SourceKind.PUBLISHER,
                new ConnectorSettings(connector.orElseGet(() -> type(text)), url, Map.of()),
                Optional.empty(),
                List.of(),
                false,
                politeness,
                Defaults.NONE,
                PassOn.METADATA,
                UrlPatterns.ALL,
                Map.of(),
                Limits.DEFAULT,
                true);
    }

    /** What an address looks like; a feed is also found from a page that names it. */
    private static String type(String url) {
        if (OAI.matcher(url).find()) {
            return "oai";
        }
        return SITEMAP.matcher(url).find() ? "sitemap" : "feed";
    }
}

package be.vakoogst.cli;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the command line: ids of the configuration folder, and URLs that become sources of their own. */
final class Targets {

    private final Sources sources;

    Targets(Sources sources) {
        this.sources = sources;
    }

    /** What is to be harvested. */
    sealed interface Target {

        record Known(Source source) implements Target {}

        record Address(URI url) implements Target {}
    }

    /** @throws WrongUse for the first that is neither, before anything is done */
    List<Target> of(List<String> idsAndUrls, Optional<Path> file) {
        List<String> all = new ArrayList<>(idsAndUrls);
        file.ifPresent(path -> all.addAll(lines(path)));
        if (all.isEmpty()) {
            throw new WrongUse("Name at least one source id or URL, or a file of URLs with --from.");
        }
        return all.stream().map(this::target).toList();
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

    private Target target(String text) {
        if (text.contains("://")) {
            return new Target.Address(url(text));
        }
        return Optional.of(text)
                .filter(id -> SourceId.FORM.matcher(id).matches())
                .flatMap(id -> sources.find(new SourceId(id)))
                .map(Target.Known::new)
                .orElseThrow(() -> new WrongUse("There is no source '" + text + "'; see: vakoogst sources list"));
    }

    /** @throws WrongUse where it is none that can be harvested */
    static URI url(String text) {
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
        return url;
    }
}

package be.vakoogst.video;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.page.PageReading;
import be.vakoogst.resource.LearningResource.Mark;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeVisitor;

/** The players of a page: of services we know, of others in frames that may fill the screen, its own video and audio elements, and oEmbed. */
public final class Players implements PageReading {

    @Override
    public List<Statement> read(Document page, URI url) {
        Sayings sayings = new Sayings(Syntax.HTML, "players");
        EmbedAddress.of(url).ifPresent(embed -> file(sayings, embed, Optional.empty(), Media.Role.EMBED, "address"));
        NodeVisitor reader = (node, depth) -> {
            if (node instanceof Element element) {
                read(element, url, sayings);
            }
        };
        page.traverse(reader);
        return sayings.all();
    }

    private static void read(Element element, URI url, Sayings sayings) {
        switch (element.normalName()) {
            case "iframe", "embed" -> frame(element, url, sayings);
            case "video", "audio" -> own(element, url, sayings);
            case "link" -> oembed(element, url, sayings);
            default -> {}
        }
    }

    private static void oembed(Element link, URI url, Sayings sayings) {
        if (link.attr("type").equalsIgnoreCase("application/json+oembed")) {
            address(link, "href", url)
                    .ifPresent(address -> sayings.link(Field.OEMBED, Optional.of(address), "link[json+oembed]"));
        }
    }

    /** Consent banners keep the address aside until the reader agrees ({@code data-src}). */
    private static void frame(Element frame, URI url, Sayings sayings) {
        String address = frame.hasAttr("src") && !frame.attr("src").startsWith("about:") ? "src" : "data-src";
        Reference.resolve(url, frame.attr(address))
                .ifPresent(target -> EmbedAddress.of(target)
                        .or(() -> Optional.of(target).filter(any -> fillsTheScreen(frame)))
                        .ifPresent(
                                embed -> file(sayings, embed, Optional.empty(), Media.Role.EMBED, frame.normalName())));
    }

    private static boolean fillsTheScreen(Element frame) {
        return frame.hasAttr("allowfullscreen")
                || frame.attr("allow").toLowerCase(Locale.ROOT).contains("fullscreen");
    }

    private static void own(Element player, URI url, Sayings sayings) {
        String kind = player.normalName();
        address(player, "src", url).ifPresent(file -> file(sayings, file, type(player), Media.Role.CONTENT, kind));
        player.select("source[src]")
                .forEach(source -> address(source, "src", url)
                        .ifPresent(file -> file(sayings, file, type(source), Media.Role.CONTENT, kind + "/source")));
        player.select("track[src]").forEach(track -> track(track, url, sayings));
    }

    private static void track(Element track, URI url, Sayings sayings) {
        String kind = track.attr("kind").toLowerCase(Locale.ROOT);
        if (kind.isEmpty() || kind.equals("captions") || kind.equals("subtitles")) {
            address(track, "src", url).ifPresent(file -> {
                sayings.words(Field.MARK, Mark.CAPTIONS.code(), "track");
                file(
                        sayings,
                        file,
                        Optional.of("text/vtt"),
                        Media.Role.CAPTIONS,
                        "track[" + track.attr("srclang") + "]");
            });
        }
    }

    private static Optional<URI> address(Element element, String attribute, URI url) {
        return element.attr(attribute).isBlank() ? Optional.empty() : Reference.resolve(url, element.attr(attribute));
    }

    private static Optional<String> type(Element element) {
        String stated = element.attr("type").split(";", 2)[0].strip();
        return stated.isEmpty() ? FileType.of(element.attr("src")) : Optional.of(stated);
    }

    private static void file(Sayings sayings, URI url, Optional<String> type, Media.Role role, String where) {
        sayings.add(Field.MEDIA, new Value.File(url, type, Optional.empty(), Optional.empty(), role), where);
    }
}

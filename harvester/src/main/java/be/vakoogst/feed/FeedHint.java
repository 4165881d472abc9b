package be.vakoogst.feed;

import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feed that a page of HTML names: by its link elements (RSS Autodiscovery, RFC 5988), else by links that look like one. */
final class FeedHint {

    private static final List<String> TYPES =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile(
            "(?i)/(feed|rss|atom)/?(\\?.*)?$|[./](rss|atom|feed)\\.(xml|json|php|rdf)(\\?.*)?$|\\.(rss|atom|rdf)$");

    /** WordPress names the feed of its comments too. */
    private static final Pattern OF_COMMENTS = Pattern.compile("(?i)comment|reactie|commentaire");

    private FeedHint() {}

    static Optional<URI> in(Document page, URI url) {
        Stream<Element> named = page.select("link[rel~=(?i)\\balternate\\b][type][href]").stream()
                .filter(link -> TYPES.contains(mediaType(link)))
                .sorted(Comparator.comparing(FeedHint::isOfComments));
        Stream<Element> linked = page.select("a[href]").stream()
                .filter(link ->
                        LOOKS_LIKE_ONE.matcher(link.attr("href").strip()).find())
                .filter(link -> !isOfComments(link));
        return Stream.concat(named, linked)
                .flatMap(link -> Reference.resolve(base(page, url), link.attr("href")).stream())
                .filter(feed -> !feed.equals(url))
                .findFirst();
    }

    /** Without parameters, such as a charset. */
    private static String mediaType(Element link) {
        return link.attr("type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfComments(Element link) {
        return OF_COMMENTS.matcher(link.attr("title") + " " + link.attr("href")).find();
    }

    /** jsoup gives a document the base that its {@code base} element names. */
    private static URI base(Document page, URI url) {
        return Reference.resolve(url, page.baseUri()).orElse(url);
    }
}

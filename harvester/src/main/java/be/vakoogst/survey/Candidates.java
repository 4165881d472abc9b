package be.vakoogst.survey;

import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways that an address may be harvested, the most promising first. */
final class Candidates {

    private static final Pattern OAI =
            Pattern.compile("(?i)[?&]verb=|/oai(-?pmh|2|_pmh)?(/request|/provider)?/?(\\?|$)");
    private static final Pattern SITEMAP = Pattern.compile("(?i)sitemap[^/?]*\\.(xml|txt)(\\.gz)?(\\?|$)");

    /** A channel's page on YouTube; its feed is at an address that is made of the channel's id. */
    private static final Pattern YOUTUBE_CHANNEL =
            Pattern.compile("(?i)https?://(?:www\\.|m\\.)?youtube\\.com/channel/(UC[\\w-]{22}).*");

    private static final List<String> FEED_PATHS = List.of("/feed/", "/rss.xml", "/atom.xml", "/index.xml");
    private static final List<String> REPOSITORY_PATHS = List.of("/oai", "/oai/request");

    private static final Map<String, Object> WORDPRESS = Map.of(
            "key",
            "/id",
            "link",
            "/link",
            "page",
            true,
            "paging",
            Map.of("style", "page", "sizeParameter", "per_page", "size", 50),
            "fields",
            Map.of(
                    "title",
                    "/title/rendered",
                    "description",
                    "/excerpt/rendered",
                    "published",
                    "/date_gmt",
                    "modified",
                    "/modified_gmt"));

    private Candidates() {}

    record Candidate(SourceDraft draft, Ground ground) {}

    static List<Candidate> of(URI address) {
        return Stream.of(asGiven(address), atSite(address), commonPlaces(address), crawl(address))
                .flatMap(candidates -> candidates)
                .toList();
    }

    private static Stream<Candidate> asGiven(URI address) {
        String text = address.toString();
        if (OAI.matcher(text).find()) {
            return Stream.of(candidate(URI.create(text.replaceFirst("\\?.*", "")), "oai", Ground.REPOSITORY));
        }
        if (SITEMAP.matcher(text).find()) {
            return Stream.of(candidate(address, "sitemap", Ground.SITEMAP_GIVEN));
        }
        var channel = YOUTUBE_CHANNEL.matcher(text);
        URI feed = channel.matches()
                ? URI.create("https://www.youtube.com/feeds/videos.xml?channel_id=" + channel.group(1))
                : address;
        return Stream.of(candidate(feed, "feed", Ground.FEED));
    }

    private static Stream<Candidate> atSite(URI address) {
        return Stream.of(
                new Candidate(
                        SourceDraft.of(address.resolve("/wp-json/wp/v2/posts"), "rest", WORDPRESS), Ground.WORDPRESS),
                candidate(address.resolve("/"), "sitemap", Ground.SITEMAP));
    }

    private static Stream<Candidate> commonPlaces(URI address) {
        return Stream.concat(
                FEED_PATHS.stream().map(path -> candidate(address.resolve(path), "feed", Ground.COMMON_FEED_PATH)),
                REPOSITORY_PATHS.stream()
                        .map(path -> candidate(address.resolve(path), "oai", Ground.COMMON_REPOSITORY_PATH)));
    }

    private static Stream<Candidate> crawl(URI address) {
        return Stream.of(candidate(address, "site", Ground.CRAWL));
    }

    private static Candidate candidate(URI url, String connector, Ground ground) {
        return new Candidate(SourceDraft.of(url, connector, Map.of()), ground);
    }
}

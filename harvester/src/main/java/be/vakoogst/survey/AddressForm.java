package be.vakoogst.survey;

import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address tells by its form alone. */
final class AddressForm {

    private static final Pattern OAI =
            Pattern.compile("(?i)[?&]verb=|/oai(-?pmh|2|_pmh)?(/request|/provider)?/?(\\?|$)");
    private static final Pattern SITEMAP = Pattern.compile("(?i)sitemap[^/?]*\\.(xml|txt)(\\.gz)?(\\?|$)");
    private static final Pattern WORDPRESS_API = Pattern.compile("/wp-json/wp/v2/\\w+/?(\\?|$)");

    /** A channel's page on YouTube; its feed is at an address that is made of the channel's id. */
    private static final Pattern YOUTUBE_CHANNEL =
            Pattern.compile("(?i)https?://(?:www\\.|m\\.)?youtube\\.com/channel/(UC[\\w-]{22}).*");

    /** How WordPress lists its posts and pages. */
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

    private AddressForm() {}

    /** Empty where only a look tells. */
    static Optional<Candidates.Candidate> told(URI address) {
        String text = address.toString();
        if (OAI.matcher(text).find()) {
            return Optional.of(plain(URI.create(text.replaceFirst("\\?.*", "")), "oai", Ground.REPOSITORY));
        }
        if (SITEMAP.matcher(text).find()) {
            return Optional.of(plain(address, "sitemap", Ground.SITEMAP_GIVEN));
        }
        if (WORDPRESS_API.matcher(text).find()) {
            return Optional.of(wordpress(address));
        }
        Matcher channel = YOUTUBE_CHANNEL.matcher(text);
        return channel.matches()
                ? Optional.of(plain(
                        URI.create("https://www.youtube.com/feeds/videos.xml?channel_id=" + channel.group(1)),
                        "feed",
                        Ground.FEED))
                : Optional.empty();
    }

    static Candidates.Candidate wordpress(URI listing) {
        return new Candidates.Candidate(SourceDraft.of(listing, "rest", WORDPRESS), Ground.WORDPRESS);
    }

    static Candidates.Candidate plain(URI url, String connector, Ground ground) {
        return new Candidates.Candidate(SourceDraft.of(url, connector, Map.of()), ground);
    }
}

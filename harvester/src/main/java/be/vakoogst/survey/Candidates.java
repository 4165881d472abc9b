package be.vakoogst.survey;

import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The ways that an address may be harvested, the most promising first. */
final class Candidates {

    private static final List<String> FEED_PATHS = List.of("/feed/", "/rss.xml", "/atom.xml", "/index.xml");
    private static final List<String> REPOSITORY_PATHS = List.of("/oai", "/oai/request");

    private Candidates() {}

    record Candidate(SourceDraft draft, Ground ground) {

        /** Whether it is a way that was found, or a guess at a feed where a feed was found. */
        boolean gives(SourceDraft found) {
            return draft.connector().equals(found.connector())
                    && (ground == Ground.COMMON_FEED_PATH || draft.url().equals(found.url()));
        }
    }

    static List<Candidate> of(URI address) {
        Candidate given = asGiven(address);
        boolean isChannel =
                given.ground() == Ground.FEED && !given.draft().url().equals(address);
        return isChannel ? List.of(given) : atAndAround(given, address);
    }

    private static List<Candidate> atAndAround(Candidate given, URI address) {
        return Stream.of(Stream.of(given), atSite(address), commonPlaces(address), crawl(address))
                .flatMap(candidates -> candidates)
                .toList();
    }

    private static Candidate asGiven(URI address) {
        return AddressForm.told(address).orElseGet(() -> AddressForm.plain(address, "feed", Ground.FEED));
    }

    private static Stream<Candidate> atSite(URI address) {
        return Stream.of(
                AddressForm.wordpress(address.resolve("/wp-json/wp/v2/posts")),
                AddressForm.plain(address.resolve("/"), "sitemap", Ground.SITEMAP));
    }

    private static Stream<Candidate> commonPlaces(URI address) {
        return Stream.concat(
                FEED_PATHS.stream()
                        .map(path -> AddressForm.plain(address.resolve(path), "feed", Ground.COMMON_FEED_PATH)),
                REPOSITORY_PATHS.stream()
                        .map(path -> AddressForm.plain(address.resolve(path), "oai", Ground.COMMON_REPOSITORY_PATH)));
    }

    private static Stream<Candidate> crawl(URI address) {
        return Stream.of(AddressForm.plain(address, "site", Ground.CRAWL));
    }
}

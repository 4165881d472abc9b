package be.vakoogst.survey;

import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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

    /** @param recognition asked where the address by itself does not say what stands there */
    static List<Candidate> of(URI address, Recognition recognition) {
        Optional<Candidate> told = AddressForm.told(address);
        return told.filter(given -> isChannel(given, address))
                .map(List::of)
                .orElseGet(() -> atAndAround(told.map(List::of).orElseGet(() -> recognition.at(address)), address));
    }

    private static boolean isChannel(Candidate given, URI address) {
        return given.ground() == Ground.FEED && !given.draft().url().equals(address);
    }

    private static List<Candidate> atAndAround(List<Candidate> standing, URI address) {
        Optional<Candidate> list = standing.stream()
                .filter(candidate -> candidate.ground() == Ground.PAGE_LIST)
                .findFirst();
        boolean onFront = isFrontPage(address);
        return Stream.of(
                        Stream.of(asGiven(standing, address)),
                        Stream.of(AddressForm.wordpress(address.resolve("/wp-json/wp/v2/posts"))),
                        list.stream().filter(page -> !onFront),
                        Stream.of(AddressForm.plain(address.resolve("/"), "sitemap", Ground.SITEMAP)),
                        // A front page lists what is new, its sitemap all there is.
                        list.stream().filter(page -> onFront),
                        commonPlaces(address),
                        Stream.of(AddressForm.plain(address, "site", Ground.CRAWL)))
                .flatMap(candidates -> candidates)
                .toList();
    }

    /** What is not recognised counts as a feed, whose connector says what is wrong. */
    private static Candidate asGiven(List<Candidate> standing, URI address) {
        return standing.stream()
                .filter(candidate -> candidate.ground() != Ground.PAGE_LIST)
                .findFirst()
                .orElseGet(() -> AddressForm.plain(address, "feed", Ground.FEED));
    }

    static boolean isFrontPage(URI url) {
        return url.getRawQuery() == null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
    }

    private static Stream<Candidate> commonPlaces(URI address) {
        return Stream.concat(
                FEED_PATHS.stream()
                        .map(path -> AddressForm.plain(address.resolve(path), "feed", Ground.COMMON_FEED_PATH)),
                REPOSITORY_PATHS.stream()
                        .map(path -> AddressForm.plain(address.resolve(path), "oai", Ground.COMMON_REPOSITORY_PATH)));
    }
}

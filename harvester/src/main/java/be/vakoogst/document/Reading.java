package be.vakoogst.document;

import java.util.List;
import java.util.Optional;

/**
 * What a document says, as the reading process hands it over: bounded, whatever the document's size. Kept as payload, so that its record
 * can be made again.
 *
 * @param mediaType as its bytes show it, whatever its name or header claim
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes that it has
 * @param properties what its own fields say of it
 * @param headings what is set as a heading, in order; of a PDF the largest words on its first page
 * @param text its words and those of its parts, a line each paragraph
 * @param licences addresses of licences it links to
 * @param parts the files within it, if it is an archive
 * @param manifests the files that describe an archive of a known kind
 * @param notices what could not be read of it
 */
public record Reading(
        String mediaType,
        String sha256,
        long bytes,
        Properties properties,
        List<String> headings,
        String text,
        List<String> licences,
        List<Part> parts,
        List<Manifest> manifests,
        List<String> notices) {

    /**
     * @param created and modified: ISO 8601
     * @param pages or slides or sheets
     * @param seconds that it plays
     */
    public record Properties(
            Optional<String> title,
            Optional<String> description,
            List<String> creators,
            Optional<String> publisher,
            Optional<String> language,
            List<String> keywords,
            Optional<String> rights,
            Optional<String> created,
            Optional<String> modified,
            Optional<Integer> pages,
            Optional<Double> seconds) {

        public static final Properties NONE = new Properties(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param bytes unpacked */
    public record Part(String name, long bytes) {}

    public record Manifest(String name, String text) {}

    Optional<String> manifest(String name) {
        return manifests.stream()
                .filter(manifest -> manifest.name().equals(name))
                .map(Manifest::text)
                .findFirst();
    }
}

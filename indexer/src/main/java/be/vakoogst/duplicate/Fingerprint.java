package be.vakoogst.duplicate;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Offer;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Site;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be known of a record to tell whether another is the same work.
 *
 * @param address without scheme, {@code www.} and closing slash; empty for a site's front page, which many records may name
 * @param sha256 of the document that it is; empty for a page
 * @param title in small letters and digits only
 * @param creators in the same form
 * @param worth higher is shown rather, see {@link Worth}
 * @param own whether the site where it is read offers it itself
 */
public record Fingerprint(
        ResourceId id,
        SourceId source,
        String address,
        String sha256,
        String title,
        Set<String> creators,
        Sketch description,
        Sketch text,
        long worth,
        boolean own,
        Offer offer) {

    private static final int LEAST_DESCRIPTION = 8;
    private static final int LEAST_TEXT = 20;

    /** Characters of a text that are looked at. */
    private static final int MOST = 25_000;

    /** Takes some time for a long text, so that it is better made before any lock is held. */
    public static Fingerprint of(LearningResource resource) {
        Set<String> creators = new TreeSet<>();
        resource.creators().stream().map(Agent::name).map(Fingerprint::plain).forEach(creators::add);
        return new Fingerprint(
                resource.id(),
                resource.origin().source().id(),
                address(resource.url()),
                resource.content().sha256().orElse(""),
                plain(resource.title()),
                creators,
                sketch(resource.description(), LEAST_DESCRIPTION),
                sketch(resource.content().fullText(), LEAST_TEXT),
                Worth.of(resource),
                resource.isOfItsSite(),
                new Offer(resource.id(), resource.url(), resource.origin().source(), Optional.empty()));
    }

    /** What it can be found by: records that are one work have one of these in common. */
    List<Long> keys() {
        List<Long> keys = new ArrayList<>();
        if (!address.isEmpty()) {
            keys.add(addressKey(address));
        }
        if (!sha256.isEmpty()) {
            keys.add(Mixing.of("document", sha256));
        }
        keys.addAll(description.bands("description " + title));
        keys.addAll(text.bands("text " + title));
        if (description.isNone() && text.isNone()) {
            creators.forEach(creator -> keys.add(Mixing.of("title", title, creator)));
        }
        return keys;
    }

    /** Whether both lead a reader to the same page. */
    boolean isReadWhere(Fingerprint other) {
        return !address.isEmpty() && address.equals(other.address());
    }

    static long addressKey(String address) {
        return Mixing.of("address", address);
    }

    /** Without what makes no difference; empty for a site's front page. */
    public static String address(URI url) {
        String site = Site.of(url).map(Site::name).orElse("null");
        String path = String.valueOf(url.getRawPath()).replaceFirst("/+$", "");
        boolean frontPage = path.isEmpty() && url.getRawQuery() == null;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String part = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return frontPage ? "" : site + path + query + part;
    }

    private static Sketch sketch(Optional<String> text, int least) {
        return text.map(Fingerprint::plain)
                .map(words -> Sketch.of(words, least))
                .orElse(Sketch.NONE);
    }

    /** Small letters and digits without accents, single blanks for all that stands between them. In one pass, as this takes every character. */
    private static String plain(String text) {
        String letters = Normalizer.normalize(text.substring(0, Math.min(MOST, text.length())), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(letters.length());
        boolean gap = false;
        for (int at = 0; at < letters.length(); ) {
            int character = letters.codePointAt(at);
            at += Character.charCount(character);
            if (isLetterOrNumber(character)) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                plain.appendCodePoint(character);
            } else if (!isMark(character)) {
                gap = true;
            }
        }
        return plain.toString();
    }

    private static boolean isLetterOrNumber(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}

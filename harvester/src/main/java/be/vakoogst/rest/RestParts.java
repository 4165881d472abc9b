package be.vakoogst.rest;

import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of the parts of a listing, one after the other. For one reading and one thread. */
final class RestParts {

    /** A link of a header (RFC 8288 section 3), with its parameters. */
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[\\w*-]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)");

    private static final Pattern IS_NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:next|\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\")\\s*(?:;|$)");

    /** An address that counts, although the answer names it. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)[?&](page|paged|p|offset|start|from|skip|skipcount)=\\d+(&|$)|/page/\\d+/?$");

    private final URI listing;
    private final Paging paging;
    private int count;

    /**
     * @param url of the listing
     * @param always parameters that each part is asked with
     */
    RestParts(URI url, Map<String, String> always, Paging paging) {
        this.paging = paging;
        this.count = paging.start();
        URI asked = url;
        for (Map.Entry<String, String> parameter : always.entrySet()) {
            asked = with(asked, parameter.getKey(), parameter.getValue());
        }
        this.listing = paging.sizeParameter().isPresent()
                ? with(asked, paging.sizeParameter().get(), Integer.toString(paging.size()))
                : asked;
    }

    URI first() {
        count = paging.start();
        boolean said = paging.style() == Paging.Style.OFFSET || paging.style() == Paging.Style.PAGE && count != 0;
        return said ? counted(0) : listing;
    }

    /** @param members how many items the part had */
    Optional<URI> after(Answer.Tree part, URI url, int members) {
        return switch (paging.style()) {
            case NONE -> Optional.empty();
            case PAGE -> members == 0 ? Optional.empty() : Optional.of(counted(1));
            case OFFSET -> members == 0 ? Optional.empty() : Optional.of(counted(members));
            case CURSOR -> named(part).map(cursor -> with(listing, paging.parameter(), cursor));
            case LINK -> linked(part).flatMap(text -> Reference.resolve(url, text));
            case NEXT -> named(part).flatMap(text -> Reference.resolve(url, text));
        };
    }

    /** Some write false where there is no next part. */
    private Optional<String> named(Answer.Tree part) {
        return Pointers.text(part.root(), paging.at()).filter(text -> !text.equals("false"));
    }

    /** What the header of a part names as the next one. */
    static Optional<String> linked(Answer.Tree part) {
        return part.header("link").flatMap(RestParts::nextLink).findFirst();
    }

    /** Whether a part is found by its place, so that a listing that changes meanwhile moves items past us. */
    boolean goByPlace(URI part) {
        return paging.style().counts()
                || paging.style().follows() && NUMBERED.matcher(part.toString()).find();
    }

    private URI counted(int more) {
        count += more;
        return with(listing, paging.parameter(), Integer.toString(count));
    }

    /** One header may hold several links, and one link several relations. */
    private static Stream<String> nextLink(String header) {
        return LINK.matcher(header)
                .results()
                .filter(link -> IS_NEXT.matcher(link.group(2)).find())
                .map(link -> link.group(1));
    }

    private static URI with(URI url, String parameter, String value) {
        String bare = url.toString()
                .replaceFirst("([?&])" + Pattern.quote(parameter) + "=[^&#]*&?", "$1")
                .replaceFirst("[?&]$", "");
        return URI.create(bare + (bare.contains("?") ? "&" : "?") + parameter + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}

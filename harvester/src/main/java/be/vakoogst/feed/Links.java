package be.vakoogst.feed;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as feeds write them. */
final class Links {

    private static final Pattern PAGED = Pattern.compile("[?&]paged=(\\d{1,6})");

    private Links() {}

    /** The page behind this one as WordPress numbers them. */
    static URI nextNumbered(URI url) {
        Matcher number = PAGED.matcher(url.toString());
        int page = number.find() ? Integer.parseInt(number.group(1)) : 1;
        String text = url.toString().replaceFirst("([?&])paged=\\d+&?", "$1").replaceFirst("[?&]$", "");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "paged=" + (page + 1));
    }
}

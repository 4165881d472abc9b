package be.vakoogst.survey;

import be.vakoogst.problem.WrongParameter;
import java.net.URI;
import java.net.URISyntaxException;

/** An address of the web as somebody types it. */
public final class WebAddress {

    private static final int LONGEST = 2000;

    private WebAddress() {}

    /** Whether its scheme was left out, so that {@link #typed} assumed one. */
    public static boolean isWithoutScheme(String address) {
        return !address.contains("://");
    }

    /** The same without encryption, as some sites still are. */
    public static URI unencrypted(URI url) {
        return URI.create(url.toString().replaceFirst("^https:", "http:"));
    }

    /**
     * With a scheme where it has none.
     *
     * @throws WrongParameter naming {@code url}
     */
    public static URI typed(String address) {
        String text = address.strip();
        String whole = isWithoutScheme(text) ? "https://" + text : text;
        try {
            URI url = new URI(whole);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null && whole.length() <= LONGEST) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new WrongParameter("url", "is no address of the web: " + e.getReason());
        }
        throw new WrongParameter("url", "must be an address of the web, such as https://example.org/feed/");
    }
}

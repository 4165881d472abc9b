package be.vakoogst.survey;

import be.vakoogst.problem.WrongParameter;
import java.net.URI;
import java.net.URISyntaxException;

/** An address of the web as somebody types it. */
public final class WebAddress {

    private static final int LONGEST = 2000;

    private WebAddress() {}

    /**
     * With a scheme where it has none.
     *
     * @throws WrongParameter naming {@code url}
     */
    public static URI typed(String address) {
        String text = address.strip();
        String whole = text.contains("://") ? text : "https://" + text;
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

package be.vakoogst.control;

import be.vakoogst.resource.Code;
import java.net.URI;

/** How control of a site was shown. */
public enum Proof implements Code {
    /** {@code <meta name="vakoogst-verification" content="TOKEN">} on the front page. */
    META,
    /** The token alone in {@code /.well-known/vakoogst-verification.txt}. */
    FILE,
    /** {@code vakoogst-verification=TOKEN} in a TXT record of the host. */
    DNS;

    /** The name of the meta element, of the file, and of the value in DNS. */
    public static final String NAME = "vakoogst-verification";

    /** Where the file is on a site. */
    public static URI file(URI site) {
        return site.resolve("/.well-known/" + NAME + ".txt");
    }
}

package be.vakoogst.fetch;

import be.vakoogst.failure.Failure;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of a request. */
public sealed interface Fetched {

    /** The header by which text and data mining is reserved (TDM Reservation Protocol). */
    String TDM_RESERVATION = "tdm-reservation";

    /** The header that names who may do it all the same. */
    String TDM_POLICY = "tdm-policy";

    String ROBOTS_TAG = "x-robots-tag";

    /**
     * A body.
     *
     * @param url where it really came from, after redirects: the base of its relative links
     * @param body decoded (gzip), at most the size limit of its kind; to be closed by whoever has made something of it
     * @param mediaType type/subtype in lower case as declared; empty when undeclared
     * @param charset as declared in Content-Type, where it is a known one
     * @param headers lower-case names, for what a room above must obey itself (X-Robots-Tag, tdm-reservation, tdm-policy, Link)
     */
    record Fresh(
            URI url,
            Body body,
            String mediaType,
            Optional<Charset> charset,
            Validators validators,
            Map<String, List<String>> headers)
            implements Fetched {

        /** The same where its host reserves text and data mining of it. */
        Fresh reserved(Optional<String> policy) {
            Map<String, List<String>> more = new TreeMap<>(headers);
            more.put(TDM_RESERVATION, List.of("1"));
            policy.ifPresent(address -> more.put(TDM_POLICY, List.of(address)));
            return new Fresh(url, body, mediaType, charset, validators, more);
        }
    }

    /** 304, or still fresh by its cache lifetime: what we have is right. The validators are to be remembered anew. */
    record NotModified(URI url, Validators validators) implements Fetched {}

    /** 404 or 410. */
    record Gone(Failure failure) implements Fetched {}

    /** We may not: robots.txt, a private address, 401, 403, 451. */
    record Refused(Failure failure) implements Fetched {}

    /** Everything else that went wrong, after the retries. */
    record Failed(Failure failure) implements Fetched {}
}

package be.vakoogst.search;

import java.time.Duration;
import org.springframework.http.CacheControl;

/** How long others may keep an answer: new resources come by the minute, and what was withdrawn must go. */
final class Freshness {

    static final CacheControl OF_ANSWERS =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
    static final CacheControl OF_DESCRIPTIONS =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private Freshness() {}
}

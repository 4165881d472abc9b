package be.vakoogst.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who asked how often lately, by address, for as long as it counts and no longer. */
final class Visitors {

    private static final int MOST_ADDRESSES = 100_000;

    /** Of an IPv6 address, which one household has no more than one of: 64 bits (RFC 6177). */
    private static final int NETWORK_GROUPS = 4;

    private final int most;
    private final Duration window;
    private final Cache<String, Bucket> buckets;

    Visitors(int most, Duration window) {
        this.most = most;
        this.window = window;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    Bucket of(HttpServletRequest request) {
        return buckets.get(
                network(request.getRemoteAddr()),
                address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
                        .build());
    }

    /** Tomcat writes IPv6 addresses with all their groups. */
    private static String network(String address) {
        return address.contains(":")
                ? Arrays.stream(address.split(":")).limit(NETWORK_GROUPS).collect(Collectors.joining(":"))
                : address;
    }
}

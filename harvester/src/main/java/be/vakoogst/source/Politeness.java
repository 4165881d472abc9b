package be.vakoogst.source;

import java.time.Duration;

/**
 * How fast a source's hosts may be asked; a longer Crawl-delay of robots.txt wins.
 *
 * @param delay the least time between the starts of two requests to one host; zero: no pause
 * @param concurrency requests to one host at the same time, at least 1
 */
public record Politeness(Duration delay, int concurrency) {

    public static final Politeness DEFAULT = new Politeness(Duration.ofSeconds(1), 1);

    public Politeness {
        if (delay.isNegative() || concurrency < 1) {
            throw new IllegalArgumentException("delay is at least 0s and concurrency at least 1");
        }
    }
}

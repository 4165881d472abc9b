package be.vakoogst.feed;

import be.vakoogst.source.ConnectorSettings;

/**
 * What a source's YAML may say to this connector.
 *
 * @param pages at most so many pages of a paged feed
 */
record FeedSettings(int pages) {

    private static final int PAGES = 1000;

    static FeedSettings of(ConnectorSettings connector) {
        return new FeedSettings(((Number) connector.options().getOrDefault("pages", PAGES)).intValue());
    }
}

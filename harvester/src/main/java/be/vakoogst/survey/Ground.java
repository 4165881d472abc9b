package be.vakoogst.survey;

import be.vakoogst.resource.Code;

/** Why a way is worth trying, in the order of what it promises. */
public enum Ground implements Code {
    /** A sheet that was uploaded: a row for each item. */
    SHEET,
    /** The address is a repository's: it tells every record, what changed and what was deleted. */
    REPOSITORY,
    /** The address is a sitemap. */
    SITEMAP_GIVEN,
    /** The address is a feed, or a page that names one. */
    FEED,
    /** A WordPress tells all its posts and when they changed. */
    WORDPRESS,
    /** The site lists its pages. */
    SITEMAP,
    /** Feeds often stand here. */
    COMMON_FEED_PATH,
    /** Repositories often stand here. */
    COMMON_REPOSITORY_PATH,
    /** The site's pages, followed by their links. */
    CRAWL;

    /** Whether a look that has found one way touches this one too: both are usual on one site. */
    boolean isLikelyBeside(Ground found) {
        return found == FEED && (this == WORDPRESS || this == SITEMAP) || found == WORDPRESS && this == SITEMAP;
    }
}

package be.vakoogst.survey;

import be.vakoogst.resource.Code;
import java.util.EnumSet;
import java.util.Set;

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
    /** The address answers with a list in JSON, whose shape tells how it is read. */
    API,
    /** A WordPress tells all its posts and when they changed. */
    WORDPRESS,
    /** The page lists what it leads to in JSON-LD. */
    PAGE_LIST,
    /** The site lists its pages. */
    SITEMAP,
    /** Feeds often stand here. */
    COMMON_FEED_PATH,
    /** Repositories often stand here. */
    COMMON_REPOSITORY_PATH,
    /** The site's pages, followed by their links. */
    CRAWL;

    private static final Set<Ground> ON_ONE_SITE = EnumSet.of(FEED, WORDPRESS, PAGE_LIST, SITEMAP);

    /** Whether a look that has found one way touches this one too: both are usual on one site. */
    boolean isLikelyBeside(Ground found) {
        return found != this && ON_ONE_SITE.contains(found) && ON_ONE_SITE.contains(this);
    }
}

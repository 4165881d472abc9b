package be.vakoogst.extract;

import be.vakoogst.resource.Code;

/** What a statement is about. The codes are the keys of {@code selectors} in a source's YAML. */
public enum Field implements Code {
    IDENTIFIER,
    /** Where the item is read. */
    URL,
    /** The address a page itself calls the right one. */
    CANONICAL,
    TITLE,
    /** The name of the site or magazine: what may stand as a suffix in titles. */
    SITE_NAME,
    DESCRIPTION,
    /** The main text. */
    TEXT,
    LANGUAGE,
    CREATOR,
    PUBLISHER,
    PUBLISHED,
    MODIFIED,
    TYPE,
    AUDIENCE,
    LEVEL,
    LICENCE,
    IMAGE,
    DURATION,
    /** Pages or slides. */
    PAGES,
    MEDIA,
    /** Where a page says that its player is described. */
    OEMBED,
    KEYWORD,
    /** A category, rubric or subject of the publisher's own scheme. */
    CATEGORY,
    /** The id of a trade of our vocabulary, where a set or a sheet says it outright. */
    TRADE,
    /** One document of a dossier. */
    PART,
    /** What a reader should know of its form: the code of a {@link be.vakoogst.resource.LearningResource.Mark}. */
    MARK,
    /** SHA-256 of a document's bytes, in hexadecimal: the same document elsewhere is the same work. */
    DIGEST,
    /** The same in another language (hreflang). */
    ALTERNATE,
    /** robots and TDM statements of the page itself: noindex, nofollow, tdm-reservation. */
    ROBOTS
}

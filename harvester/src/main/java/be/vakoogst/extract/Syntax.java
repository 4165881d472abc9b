package be.vakoogst.extract;

import be.vakoogst.resource.Code;

/** The vocabulary a statement was made in. Which one wins is decided in {@code normalise}, not by this order. */
public enum Syntax implements Code {
    /** A CSS selector from the source's YAML. */
    SELECTOR,
    JSON_LD,
    MICRODATA,
    RDFA,
    OPEN_GRAPH,
    TWITTER,
    DUBLIN_CORE,
    FEED,
    HTTP,
    /** Plain HTML: title, h1, meta description, html lang, the main text. */
    HTML,
    SITEMAP,
    OAI,
    LOM,
    REST,
    /** A document's own properties, headings and text. */
    DOCUMENT,
    /** The answer of a player's oEmbed address. */
    OEMBED,
    /** What a file is called. */
    FILE_NAME
}

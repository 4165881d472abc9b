package be.vakoogst.normalise;

import static be.vakoogst.extract.Syntax.DOCUMENT;
import static be.vakoogst.extract.Syntax.DUBLIN_CORE;
import static be.vakoogst.extract.Syntax.FEED;
import static be.vakoogst.extract.Syntax.FILE_NAME;
import static be.vakoogst.extract.Syntax.HTML;
import static be.vakoogst.extract.Syntax.JSON_LD;
import static be.vakoogst.extract.Syntax.LOM;
import static be.vakoogst.extract.Syntax.MICRODATA;
import static be.vakoogst.extract.Syntax.OAI;
import static be.vakoogst.extract.Syntax.OEMBED;
import static be.vakoogst.extract.Syntax.OPEN_GRAPH;
import static be.vakoogst.extract.Syntax.RDFA;
import static be.vakoogst.extract.Syntax.REST;
import static be.vakoogst.extract.Syntax.SELECTOR;
import static be.vakoogst.extract.Syntax.SITEMAP;
import static be.vakoogst.extract.Syntax.TWITTER;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import java.util.Comparator;
import java.util.List;

/**
 * Who is believed first. One order for all fields, from what says most exactly what it means to what merely shows it; and the exceptions:
 * the main text of a page beats what a feed gives of it, and a list knows its own title better than a page's title element does.
 */
final class Precedence {

    private static final List<Syntax> ORDER = List.of(
            SELECTOR,
            REST,
            LOM,
            JSON_LD,
            MICRODATA,
            RDFA,
            OPEN_GRAPH,
            TWITTER,
            DUBLIN_CORE,
            OAI,
            FEED,
            OEMBED,
            SITEMAP,
            HTML,
            DOCUMENT);
    private static final List<Syntax> TITLE_ORDER = List.of(
            SELECTOR,
            REST,
            LOM,
            JSON_LD,
            MICRODATA,
            RDFA,
            FEED,
            OPEN_GRAPH,
            TWITTER,
            DUBLIN_CORE,
            OEMBED,
            SITEMAP,
            HTML,
            DOCUMENT,
            FILE_NAME);
    private static final List<Syntax> TEXT_ORDER = List.of(SELECTOR, REST, JSON_LD, MICRODATA, HTML, DOCUMENT, FEED);

    private Precedence() {}

    static Comparator<Statement> of(Field field) {
        List<Syntax> order = switch (field) {
            case TITLE -> TITLE_ORDER;
            case TEXT -> TEXT_ORDER;
            default -> ORDER;
        };
        return Comparator.comparingInt(statement -> {
            int place = order.indexOf(statement.syntax());
            return place < 0 ? order.size() : place;
        });
    }
}

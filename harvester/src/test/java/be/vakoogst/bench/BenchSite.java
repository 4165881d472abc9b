package be.vakoogst.bench;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/**
 * A trade magazine of as many pages as one likes, made while they are asked for: a paged feed with validators and articles of about 8 kB;
 * and the same number of small pages behind a sitemap index that does not say when they changed.
 */
final class BenchSite {

    private static final int ENTRIES_A_PAGE = 500;
    private static final int URLS_A_SITEMAP = 10_000;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String XML = "application/xml; charset=utf-8";

    private final int pages;

    private BenchSite(int pages) {
        this.pages = pages;
    }

    /** Serves until its process ends; prints its address as the first line. Argument: how many pages. */
    static void main(String... arguments) throws IOException {
        BenchSite site = new BenchSite(Integer.parseInt(arguments[0]));
        System.out.println(Answers.serve(Map.of(
                "/feed.xml", site::feed,
                "/artikel/", exchange -> article(exchange, 14),
                "/sitemap.xml", site::sitemapIndex,
                "/kaart/", site::sitemap,
                "/fiche/", exchange -> article(exchange, 1))));
    }

    private void feed(HttpExchange exchange) throws IOException {
        int page = Integer.parseInt(Answers.query(exchange).getOrDefault("page", "1"));
        if (!Answers.isKnown(exchange, "page-" + page)) {
            Answers.send(exchange, "application/rss+xml; charset=utf-8", feedPage(page));
        }
    }

    private String feedPage(int page) {
        int first = (page - 1) * ENTRIES_A_PAGE;
        int end = Math.min(pages, first + ENTRIES_A_PAGE);
        StringBuilder xml = new StringBuilder(
                "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Bench</title>");
        if (end < pages) {
            xml.append("<atom:link rel=\"next\" href=\"/feed.xml?page=")
                    .append(page + 1)
                    .append("\"/>");
        }
        for (int i = first; i < end; i++) {
            xml.append("<item><guid>bench-%d</guid><title>%s</title><link>/artikel/%d</link></item>"
                    .formatted(i, Prose.title(i), i));
        }
        return xml.append("</channel></rss>").toString();
    }

    private void sitemapIndex(HttpExchange exchange) throws IOException {
        StringBuilder xml = new StringBuilder("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int first = 0; first < pages; first += URLS_A_SITEMAP) {
            xml.append("<sitemap><loc>http://")
                    .append(host(exchange))
                    .append("/kaart/")
                    .append(first)
                    .append(".xml</loc></sitemap>");
        }
        Answers.send(exchange, XML, xml.append("</sitemapindex>").toString());
    }

    private void sitemap(HttpExchange exchange) throws IOException {
        int first = number(exchange, ".xml");
        String start = "<url><loc>http://" + host(exchange) + "/fiche/";
        StringBuilder xml = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int i = first; i < Math.min(pages, first + URLS_A_SITEMAP); i++) {
            xml.append(start).append(i).append("</loc></url>");
        }
        Answers.send(exchange, XML, xml.append("</urlset>").toString());
    }

    private static String host(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Host");
    }

    /** What stands behind the last stroke of the address. */
    private static int number(HttpExchange exchange, String suffix) {
        String path = exchange.getRequestURI().getPath();
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1).replace(suffix, ""));
    }

    private static void article(HttpExchange exchange, int paragraphs) throws IOException {
        int number = number(exchange, "");
        if (!Answers.isKnown(exchange, "article-" + number)) {
            Answers.send(exchange, HTML, article(number, paragraphs));
        }
    }

    private static String article(int number, int paragraphs) {
        StringBuilder html = new StringBuilder(9000);
        html.append("""
                <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>%1$s | Bench</title>
                <meta property="og:title" content="%1$s">
                <meta property="og:image" content="/beeld/%2$d.jpg"><meta name="description" content="Stap voor stap uitgelegd, deel %2$d.">
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"%1$s","datePublished":"2026-03-01",
                "author":{"@type":"Person","name":"An Peeters"},"license":"https://creativecommons.org/licenses/by/4.0/","keywords":"hout, zagen"}</script>
                </head><body><nav><ul>""".formatted(Prose.title(number), number));
        for (int i = 0; i < 20; i++) {
            html.append("<li><a href=\"/rubriek/")
                    .append(i)
                    .append("\">Rubriek ")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("</ul></nav><main><article><h1>")
                .append(Prose.title(number))
                .append("</h1>");
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            html.append("<p>");
            Prose.words(number + paragraph * 17, 75, html);
            html.append("</p>");
        }
        return html.append("</article></main><footer><p>Bench, voor het meten gemaakt</p></footer></body></html>")
                .toString();
    }
}

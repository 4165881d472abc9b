package be.vakoogst.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A trade magazine of as many pages as one likes, made while they are asked for: a paged feed with validators, and articles of about 8 kB. */
final class BenchSite {

    private static final int ENTRIES_A_PAGE = 500;
    private static final String[] TRADES = {
        "schrijnwerker", "lasser", "elektricien", "metselaar", "kapper", "loodgieter"
    };
    private static final String[] WORDS = {
        "het",
        "hout",
        "wordt",
        "gezaagd",
        "met",
        "een",
        "cirkelzaag",
        "op",
        "maat",
        "en",
        "daarna",
        "geschaafd",
        "de",
        "verbinding",
        "krijgt",
        "lijm",
        "onder",
        "druk",
        "tot",
        "ze",
        "droog",
        "is",
        "meet",
        "altijd",
        "twee",
        "keer",
        "voor",
        "je",
        "zaagt"
    };

    private final int pages;
    private HttpServer server;

    private BenchSite(int pages) {
        this.pages = pages;
    }

    /** Serves until its process ends; prints its address as the first line. Argument: how many pages. */
    static void main(String... arguments) throws IOException {
        BenchSite site = new BenchSite(Integer.parseInt(arguments[0]));
        System.out.println(site.start());
    }

    private String start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/feed.xml")) {
            feed(exchange);
        } else if (path.startsWith("/artikel/")) {
            send(exchange, "text/html; charset=utf-8", article(Integer.parseInt(path.substring(9))));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private void feed(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int page = query == null ? 1 : Integer.parseInt(query.substring("page=".length()));
        String tag = "\"page-" + page + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        send(exchange, "application/rss+xml; charset=utf-8", feedPage(page));
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
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
                    .formatted(i, title(i), i));
        }
        return xml.append("</channel></rss>").toString();
    }

    private static String title(int number) {
        return "Wat een " + TRADES[number % TRADES.length] + " moet weten, deel " + number;
    }

    private static String article(int number) {
        StringBuilder html = new StringBuilder(9000);
        html.append("""
                <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>%1$s | Bench</title>
                <link rel="canonical" href="/artikel/%2$d"><meta property="og:title" content="%1$s">
                <meta property="og:image" content="/beeld/%2$d.jpg"><meta name="description" content="Stap voor stap uitgelegd, deel %2$d.">
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"%1$s","datePublished":"2026-03-01",
                "author":{"@type":"Person","name":"An Peeters"},"license":"https://creativecommons.org/licenses/by/4.0/","keywords":"hout, zagen"}</script>
                </head><body><nav><ul>""".formatted(title(number), number));
        for (int i = 0; i < 20; i++) {
            html.append("<li><a href=\"/rubriek/")
                    .append(i)
                    .append("\">Rubriek ")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("</ul></nav><main><article><h1>").append(title(number)).append("</h1>");
        for (int paragraph = 0; paragraph < 14; paragraph++) {
            html.append("<p>");
            for (int word = 0; word < 75; word++) {
                html.append(WORDS[(number * 31 + paragraph * 17 + word * 7 + word / 5) % WORDS.length])
                        .append(' ');
            }
            html.append("</p>");
        }
        return html.append("</article></main><footer><p>Bench, voor het meten gemaakt</p></footer></body></html>")
                .toString();
    }
}

package be.vakoogst.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The least of an HTTP server on a free loopback port: answers are made while they are asked for, and carry validators. */
final class Answers {

    /** Where one kind of address is answered. */
    interface Place {
        void answer(HttpExchange exchange) throws IOException;
    }

    private Answers() {}

    /** @return its address, without a path */
    static String serve(Map<String, Place> places) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        places.forEach((path, place) -> server.createContext(path, exchange -> {
            try (exchange) {
                place.answer(exchange);
            }
        }));
        server.createContext("/robots.txt", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    static void send(HttpExchange exchange, String type, String text) throws IOException {
        send(exchange, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers 304 if the asker has this version already (RFC 9110 section 13.1.2). */
    static boolean isKnown(HttpExchange exchange, String version) throws IOException {
        String tag = "\"" + version + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return true;
        }
        return false;
    }

    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return query;
    }
}

package be.vakoogst.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The least one has to do: get each page, parse it, and select its title. */
record BareLoop(URI feed, int pages) {

    private static final int AT_ONCE = 32;

    /** @return milliseconds for all pages */
    long run() throws IOException, InterruptedException {
        AtomicInteger read = new AtomicInteger();
        long start = System.nanoTime();
        try (CloseableHttpClient client = client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore slots = new Semaphore(AT_ONCE);
            for (int i = 0; i < pages; i++) {
                URI page = feed.resolve("/artikel/" + i);
                slots.acquire();
                threads.submit(() -> {
                    try {
                        if (!get(client, page).select("h1").isEmpty()) {
                            read.incrementAndGet();
                        }
                    } finally {
                        slots.release();
                    }
                    return null;
                });
            }
        }
        PagesBench.require(read.get() == pages, "the bare loop read " + read + " pages");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(AT_ONCE)
                        .setMaxConnTotal(AT_ONCE)
                        .build())
                .build();
    }

    private static Document get(CloseableHttpClient client, URI page) throws IOException {
        byte[] body = client.execute(new HttpGet(page), response -> EntityUtils.toByteArray(response.getEntity()));
        return Jsoup.parse(new ByteArrayInputStream(body), "UTF-8", page.toString());
    }
}

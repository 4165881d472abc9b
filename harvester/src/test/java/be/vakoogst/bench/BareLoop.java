package be.vakoogst.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jsoup.Jsoup;

/** The least that anyone has to do for the same bytes, with the same HTTP client. Each loop fails if it did not see everything. */
final class BareLoop implements AutoCloseable {

    private static final int AT_ONCE = 32;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(AT_ONCE)
                    .setMaxConnTotal(AT_ONCE)
                    .build())
            .build();

    /** Gets each page, parses it, and selects its title. */
    void pages(int many, IntFunction<URI> address) throws InterruptedException {
        atOnce(many, number -> {
            URI page = address.apply(number);
            byte[] body = client.execute(new HttpGet(page), response -> EntityUtils.toByteArray(response.getEntity()));
            return !Jsoup.parse(new ByteArrayInputStream(body), "UTF-8", page.toString())
                    .select("h1")
                    .isEmpty();
        });
    }

    /** Asks whether each page changed. */
    void conditionalGets(int many, IntFunction<URI> address, IntFunction<String> version) throws InterruptedException {
        atOnce(many, number -> {
            HttpGet get = new HttpGet(address.apply(number));
            get.setHeader("If-None-Match", '"' + version.apply(number) + '"');
            return client.execute(get, response -> response.getCode() == 304);
        });
    }

    /** Follows the resumption tokens, pulls through every answer by StAX, and counts the records. */
    void records(URI repository, int many) throws IOException {
        String request = "verb=ListRecords&metadataPrefix=oai_dc";
        int read = 0;
        while (!request.isEmpty()) {
            Part part = client.execute(
                    new HttpGet(repository + "?" + request),
                    response -> part(response.getEntity().getContent()));
            read += part.records();
            request = part.token().isEmpty() ? "" : "verb=ListRecords&resumptionToken=" + part.token();
        }
        Bench.require(read == many, "the bare loop read " + read + " records");
    }

    private record Part(int records, String token) {}

    private static Part part(java.io.InputStream content) throws IOException {
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(content);
            int records = 0;
            String token = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    records += xml.getLocalName().equals("record") ? 1 : 0;
                    token = xml.getLocalName().equals("resumptionToken") ? xml.getElementText() : token;
                }
            }
            return new Part(records, token);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Does one thing for one number. */
    private interface Work {
        boolean succeeds(int number) throws IOException;
    }

    private static void atOnce(int many, Work work) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore slots = new Semaphore(AT_ONCE);
            for (int i = 0; i < many; i++) {
                int number = i;
                slots.acquire();
                threads.submit(() -> {
                    try {
                        done.addAndGet(work.succeeds(number) ? 1 : 0);
                    } finally {
                        slots.release();
                    }
                    return null;
                });
            }
        }
        Bench.require(done.get() == many, "the bare loop succeeded for " + done + " of " + many);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

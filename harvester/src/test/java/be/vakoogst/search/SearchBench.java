package be.vakoogst.search;

import be.vakoogst.Vakoogst;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedParts;
import be.vakoogst.index.RawBulk;
import be.vakoogst.index.Reindex;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code scripts/bench search}: indexing beside a bulk of the same documents, and searches through the API beside the same query sent to the engine,
 * in one run, at 1 to 32 clients. Arguments: how many records, the vocabulary's folder's parent, a work folder.
 */
final class SearchBench {

    private static final int TOGETHER = 1000;
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16, 32);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Trade> trades;

    private SearchBench(List<Trade> trades) {
        this.trades = trades;
    }

    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[0]);
        Path config = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        try (DataFolder folder = DataFolder.open(work.resolve("data"));
                EmbeddedParts parts = EmbeddedParts.start(folder, System.getenv())) {
            parts.awaitEngine(Duration.ofSeconds(120));
            Map<String, Object> properties = new HashMap<>(parts.properties());
            properties.putAll(Map.of(
                    "server.port", "0",
                    "vakoogst.roles", "search",
                    "vakoogst.config", config.toString(),
                    "vakoogst.operator.password", "bench",
                    "vakoogst.public-api.requests-per-minute", "0"));
            try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Vakoogst.class)
                    .properties(properties)
                    .run()) {
                SearchBench bench = new SearchBench(
                        Vocabulary.load(config.resolve("vocabularies")).trades());
                bench.index(
                        application, many, work, URI.create(parts.properties().get("vakoogst.search.url")));
                bench.search(application, URI.create(parts.properties().get("vakoogst.search.url")));
            }
        }
        System.exit(0);
    }

    private void index(ConfigurableApplicationContext application, int many, Path work, URI engine) throws Exception {
        Catalogue catalogue = application.getBean(Catalogue.class);
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        for (int start = 0; start < many; start += TOGETHER) {
            List<Submission> some = IntStream.range(start, Math.min(many, start + TOGETHER))
                    .mapToObj(number -> new Submission(resource(number), List.of()))
                    .toList();
            transaction.executeWithoutResult(status -> catalogue.accept(some));
        }
        Stream<LearningResource> again = IntStream.range(0, many).mapToObj(this::resource);
        RawBulk raw = RawBulk.prepared(application, again, work.resolve("documents.ndjson"), engine);
        Duration least = raw.run();
        long start = System.nanoTime();
        application.getBean(Reindex.class).run();
        Duration ours = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                Locale.ROOT,
                "indexing %,d records   raw bulk %.0f/s   from the catalogue %.0f/s   %.0f %% of raw%n",
                many,
                many / seconds(least),
                many / seconds(ours),
                100 * seconds(least) / seconds(ours));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private LearningResource resource(int number) {
        Random random = new Random(number);
        Trade trade = trades.get(random.nextInt(trades.size()));
        Function<Random, String> term =
                some -> trade.terms().get(some.nextInt(trade.terms().size())).text();
        String title =
                "%s: %s en %s (%d)".formatted(term.apply(random), term.apply(random), term.apply(random), number);
        String description = "Leer %s met %s en %s. Een uitleg over %s voor de praktijk, stap voor stap en veilig."
                .formatted(term.apply(random), term.apply(random), term.apply(random), term.apply(random));
        return Resources.with(title, """
                "description":"%s","languages":["nl"],"datePublished":"%d-03-01T00:00:00Z","resourceTypes":["%s"],
                "trades":[{"id":"%s","score":0.8,"evidence":[],"assertedBy":"rule"}]""".formatted(
                        description.replace("\"", ""),
                        2010 + random.nextInt(16),
                        random.nextBoolean() ? "video" : "artikel",
                        trade.id()));
    }

    private void search(ConfigurableApplicationContext application, URI engine) throws Exception {
        String here = "http://127.0.0.1:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
        Understanding understanding = application.getBean(Understanding.class);
        List<HttpRequest> ours = new ArrayList<>();
        List<HttpRequest> raw = new ArrayList<>();
        for (String words : words()) {
            ours.add(HttpRequest.newBuilder(
                            URI.create(here + "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                    .build());
            SearchQuery query = SearchQuery.of(Map.of("q", new String[] {words}));
            String body = Search.body(
                            query, new EngineQuery(query, understanding.of(words), Rules.Rule.NONE, Map.of()).of(false))
                    .toString();
            raw.add(HttpRequest.newBuilder(URI.create(engine + "/vakoogst/_search"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }
        load(ours, 4);
        load(raw, 4);
        System.out.printf(
                "%-8s %-5s %9s %9s %9s %11s %10s%n",
                "clients", "", "p50 ms", "p95 ms", "p99 ms", "searches/s", "p95 ratio");
        for (int clients : CLIENTS) {
            Load least = load(raw, clients);
            Load through = load(ours, clients);
            System.out.println(least.line(clients, "raw", ""));
            System.out.println(
                    through.line(clients, "API", String.format(Locale.ROOT, "%.2f", through.at(95) / least.at(95))));
        }
    }

    /** One, two and three words as people type them: terms of one trade, some with a slip. */
    private List<String> words() {
        Random random = new Random(42);
        return IntStream.range(0, 200)
                .mapToObj(number -> {
                    List<Trade.Term> terms =
                            trades.get(random.nextInt(trades.size())).terms();
                    String first = terms.get(random.nextInt(terms.size())).text();
                    String typed = number % 10 == 0 && first.length() > 6 ? first.replaceFirst("(.{3}).", "$1") : first;
                    return number % 2 == 0
                            ? typed
                            : typed + " "
                                    + terms.get(random.nextInt(terms.size())).text();
                })
                .toList();
    }

    private record Load(long[] nanos, double seconds) {

        double at(int percent) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }

        String line(int clients, String what, String ratio) {
            return String.format(
                    Locale.ROOT,
                    "%-8d %-5s %9.1f %9.1f %9.1f %11.0f %10s",
                    clients,
                    what,
                    at(50),
                    at(95),
                    at(99),
                    nanos.length / seconds,
                    ratio);
        }
    }

    private Load load(List<HttpRequest> requests, int clients) throws Exception {
        long start = System.nanoTime();
        long end = start + EACH.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int offset = i * 37;
                running.add(threads.submit(() -> one(requests, offset, end)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> each : running) {
            all.add(each.get());
        }
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(nanos, (System.nanoTime() - start) / 1e9);
    }

    private long[] one(List<HttpRequest> requests, int offset, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = offset; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer =
                    client.send(requests.get(i % requests.size()), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            nanos.add(System.nanoTime() - start);
        }
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }
}

package be.vakoogst.search;

import be.vakoogst.Vakoogst;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedParts;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code scripts/bench search}: indexing beside a bulk of the same documents, and searches through the API beside the query that each of them sends to
 * the engine first, and beside all that it sends, in one run, at 1 to 32 clients. Arguments: how many records, the vocabulary's folder's parent, a
 * work folder.
 */
final class SearchBench {

    private static final int SEARCHES = 2000;
    private static final Duration EACH = Duration.ofSeconds(6);

    /** Until both programs have compiled what they are busy with; the API asks the engine too, and what a search calls once is called 40,000 times first. */
    private static final Duration WARMING = Duration.ofSeconds(30);

    private static final Duration WARMING_API = Duration.ofSeconds(180);

    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16, 32);

    /** By the same protocol to both: unencrypted, browsers speak no other, and HTTP/2 costs this client more than the search costs the program. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Trade> trades;
    private final Path data;

    private SearchBench(List<Trade> trades, Path data) {
        this.trades = trades;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[0]);
        Path config = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        try (DataFolder folder = DataFolder.open(work.resolve("data"));
                EmbeddedParts parts = EmbeddedParts.start(folder, System.getenv())) {
            parts.awaitDatabase();
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
                        Vocabulary.load(config.resolve("vocabularies")).trades(), work.resolve("data"));
                URI engine = URI.create(parts.properties().get("vakoogst.search.url"));
                new Indexing(application, work.resolve("data"), many)
                        .measure(bench::resource, work.resolve("documents.ndjson"), engine);
                bench.search(application, engine);
            }
        }
        System.exit(0);
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

    /**
     * A search, in three ways.
     *
     * @param first what the API asks the engine first
     * @param all what it asks one after the other
     */
    private record Ways(List<HttpRequest> first, List<HttpRequest> all, List<HttpRequest> api) {}

    private void search(ConfigurableApplicationContext application, URI engine) throws Exception {
        String here = "http://127.0.0.1:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
        List<Ways> searches = words().stream()
                .map(words -> ways(application, words, here, engine))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d searches, for which the API asks the engine %.2f times each%n",
                searches.size(),
                searches.stream().mapToInt(ways -> ways.all().size()).average().orElseThrow());
        load(searches, Ways::api, 4, WARMING_API);
        load(searches, Ways::all, 4, WARMING);
        System.out.printf(
                "%-8s %-5s %9s %9s %9s %11s %18s   %s%n",
                "clients", "", "p50 ms", "p95 ms", "p99 ms", "searches/s", "p95 of first / all", "CPU time of each");
        for (int clients : CLIENTS) {
            Load first = load(searches, Ways::first, clients, EACH);
            System.out.println(first.line(clients, "first"));
            Load all = load(searches, Ways::all, clients, EACH);
            System.out.println(all.line(clients, "all", first));
            System.out.println(load(searches, Ways::api, clients, EACH).line(clients, "API", first, all));
        }
    }

    private static Ways ways(ConfigurableApplicationContext application, String words, String here, URI engine) {
        Search search = application.getBean(Search.class);
        SearchQuery query = SearchQuery.of(Map.of("q", new String[] {words})).forOthers();
        Understood understood = application.getBean(Understanding.class).of(words);
        EngineQuery asked = search.asked(query, understood);
        ObjectNode first = search.body(query, understood, asked.of(false));
        Stream<ObjectNode> wider = Search.isLittle(understood, search.ask(first))
                ? Stream.of(search.body(query, understood, asked.of(true)))
                : Stream.empty();
        List<HttpRequest> all = Stream.concat(Stream.of(first), wider)
                .map(body -> HttpRequest.newBuilder(URI.create(engine + "/vakoogst/_search"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build())
                .toList();
        URI address = URI.create(here + "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        return new Ways(
                all.subList(0, 1), all, List.of(HttpRequest.newBuilder(address).build()));
    }

    /** One term of a trade or two, as people type them, a tenth with a slip. */
    private List<String> words() {
        Random random = new Random(42);
        return IntStream.range(0, SEARCHES)
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

    private record Load(long[] nanos, double seconds, Spent spent) {

        double at(int percent) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }

        /** @param beside what the 95th percentile is divided by */
        String line(int clients, String what, Load... beside) {
            String ratios = Stream.of(beside)
                    .map(other -> String.format(Locale.ROOT, "%.2f", at(95) / other.at(95)))
                    .collect(Collectors.joining(" / "));
            return String.format(
                    Locale.ROOT,
                    "%-8d %-5s %9.1f %9.1f %9.1f %11.0f %18s   %s",
                    clients,
                    what,
                    at(50),
                    at(95),
                    at(99),
                    nanos.length / seconds,
                    ratios,
                    spent.each(nanos.length));
        }
    }

    private Load load(List<Ways> searches, Function<Ways, List<HttpRequest>> way, int clients, Duration lasting)
            throws Exception {
        Spent before = Spent.now(data);
        long start = System.nanoTime();
        long end = start + lasting.toNanos();
        AtomicInteger next = new AtomicInteger();
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() ->
                        one(() -> way.apply(searches.get(next.getAndIncrement() % searches.size())), end)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> each : running) {
            all.add(each.get());
        }
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(
                nanos, (System.nanoTime() - start) / 1e9, Spent.now(data).since(before));
    }

    private long[] one(Supplier<List<HttpRequest>> searches, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            List<HttpRequest> requests = searches.get();
            long start = System.nanoTime();
            for (HttpRequest request : requests) {
                send(request);
            }
            nanos.add(System.nanoTime() - start);
        }
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    private void send(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}

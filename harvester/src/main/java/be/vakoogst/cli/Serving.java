package be.vakoogst.cli;

import static java.util.Objects.requireNonNull;

import be.vakoogst.demo.DemoSite;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedParts;
import be.vakoogst.fetch.FetchSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application in this process: data folder, embedded parts, Spring, and the demo publishers where wanted. */
final class Serving implements AutoCloseable {

    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(60);

    /** Together less than {@link #STOP_WITHIN}. */
    private static final Duration CONTEXT_CLOSES_WITHIN = Duration.ofSeconds(3);

    private static final Duration DEMO_CLOSES_WITHIN = Duration.ofMillis(500);
    private static final Duration PARTS_CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(9);

    private final Opened opened;
    private final DataFolder folder;
    private final ConfigurableApplicationContext context;

    private Serving(Opened opened, DataFolder folder, ConfigurableApplicationContext context) {
        this.opened = opened;
        this.folder = folder;
        this.context = context;
    }

    /**
     * @param port 0 for any free one on the loopback interface
     */
    static Serving start(Surroundings around, int port, boolean withDemo) {
        around.requireSoundSettings();
        FetchSettings.allowing(around.variable("VAKOOGST_ALLOW_PRIVATE").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList());
        requireFree(port);
        Opened opened = new Opened();
        closeAtExit(opened);
        try {
            return start(around, port, withDemo, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Serving start(Surroundings around, int port, boolean withDemo, Opened opened) {
        DataFolder folder =
                opened.open("data folder", () -> DataFolder.open(around.data()), DataFolder::close, PARTS_CLOSE_WITHIN);
        EmbeddedParts parts = opened.open(
                "parts",
                () -> EmbeddedParts.start(folder, around.environment()),
                EmbeddedParts::close,
                PARTS_CLOSE_WITHIN);
        Optional<DemoSite> demo = withDemo
                ? Optional.of(opened.open("demo", () -> demo(around, folder), DemoSite::close, DEMO_CLOSES_WITHIN))
                : Optional.empty();
        ConfigurableApplicationContext context = opened.open(
                "application",
                () -> new SpringApplicationBuilder(around.application())
                        .registerShutdownHook(false)
                        .initializers(
                                starting -> starting.getBeanFactory().addBeanPostProcessor(new DatabaseAwaited(parts)))
                        .run(arguments(properties(around, folder, parts, demo, port))),
                ConfigurableApplicationContext::close,
                CONTEXT_CLOSES_WITHIN);
        Serving serving = new Serving(opened, folder, context);
        folder.announce(serving.port());
        parts.awaitEngine(ENGINE_PATIENCE);
        return serving;
    }

    /** Also when a part hangs: then the process is ended without it. */
    private static void closeAtExit(Opened opened) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread closing = Thread.ofPlatform().daemon().name("closing").start(opened::close);
            try {
                if (!closing.join(STOP_WITHIN)) {
                    Runtime.getRuntime().halt(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void requireFree(int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket _ = new ServerSocket(port)) {
            return;
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailed(
                    "Port " + port + " cannot be used (" + e.getMessage() + "): set VAKOOGST_PORT to a free one");
        }
    }

    private static DemoSite demo(Surroundings around, DataFolder folder) {
        Path site = Path.of(around.environment().getOrDefault("VAKOOGST_DEMO_SITE", "harvester/demo/site"));
        if (!Files.isDirectory(site)) {
            throw new CommandFailed("VAKOOGST_DEMO_SITE is '" + site + "' and must be a folder");
        }
        DemoSite demo = DemoSite.start(site, folder.path().resolve("demo"), around.demoPort());
        System.setProperty("VAKOOGST_DEMO_PORT", Integer.toString(demo.port()));
        return demo;
    }

    /** As arguments, they hold against the variables of the process and the operator's file. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static Map<String, Object> properties(
            Surroundings around, DataFolder folder, EmbeddedParts parts, Optional<DemoSite> demo, int port) {
        Map<String, Object> properties = new HashMap<>(parts.properties());
        properties.put("server.port", port);
        if (port == 0) {
            properties.put("server.address", InetAddress.getLoopbackAddress().getHostAddress());
        }
        properties.put("server.tomcat.basedir", folder.path().resolve("web"));
        properties.put("vakoogst.upload.folder", uploads(folder.path()));
        properties.put("vakoogst.config", around.config().toString());
        properties.put("vakoogst.data", folder.path());
        properties.put("management.metrics.system.diskspace.paths", folder.path());
        properties.put("management.health.diskspace.path", folder.path());
        properties.put("vakoogst.node", hostName() + ":" + folder.path());
        properties.put("vakoogst.operator.password", password(around, folder));
        properties.put("vakoogst.fetch.allow-private", allowed(around, demo));
        properties.put("spring.config.additional-location", "optional:file:" + around.config() + "/");
        if (demo.isPresent() && around.terminal()) {
            // Its lines would run through the bars, which tell the same.
            properties.put("logging.level.be.vakoogst", "warn");
        }
        around.logFormat().ifPresent(format -> {
            properties.put("logging.config", "classpath:be/vakoogst/structured-logging.xml");
            properties.put("logging.structured.format.console", format);
        });
        around.variable("VAKOOGST_ROLES").ifPresent(roles -> properties.put("vakoogst.roles", roles));
        return properties;
    }

    /** Within a data folder. */
    static Path uploads(Path data) {
        return data.resolve("uploads");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    static String password(Surroundings around, DataFolder folder) {
        return around.variable("VAKOOGST_OPERATOR_PASSWORD").orElseGet(folder::operatorPassword);
    }

    private static String allowed(Surroundings around, Optional<DemoSite> demo) {
        return Stream.concat(
                        around.variable("VAKOOGST_ALLOW_PRIVATE").stream(),
                        demo.stream().map(site -> "127.0.0.1:" + site.port()))
                .collect(Collectors.joining(","));
    }

    int port() {
        return requireNonNull(((WebServerApplicationContext) context).getWebServer(), "a started context has one")
                .getPort();
    }

    DataFolder folder() {
        return folder;
    }

    /** Closes everything, once; what hangs is left behind after a while, and ended by force with the process. */
    @Override
    public void close() {
        opened.close();
    }
}

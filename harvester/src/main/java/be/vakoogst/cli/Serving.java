package be.vakoogst.cli;

import be.vakoogst.demo.DemoSite;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application in this process: data folder, embedded parts, Spring, and the demo publishers where wanted. */
final class Serving implements AutoCloseable {

    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(60);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(9);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final DataFolder folder;
    private final EmbeddedParts parts;
    private final Optional<DemoSite> demo;
    private final ConfigurableApplicationContext context;

    private Serving(
            DataFolder folder, EmbeddedParts parts, Optional<DemoSite> demo, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.parts = parts;
        this.demo = demo;
        this.context = context;
    }

    /**
     * @param port 0 for any free one on the loopback interface
     */
    static Serving start(Surroundings around, int port, boolean withDemo) {
        requireFree(port);
        DataFolder folder = DataFolder.open(around.data());
        EmbeddedParts parts = startParts(folder, around);
        Optional<DemoSite> demo = Optional.empty();
        Optional<ConfigurableApplicationContext> context = Optional.empty();
        try {
            demo = withDemo ? Optional.of(demo(around)) : Optional.empty();
            context = Optional.of(new SpringApplicationBuilder(around.application())
                    .registerShutdownHook(false)
                    .run(arguments(properties(around, folder, parts, demo, port))));
            Serving serving = new Serving(folder, parts, demo, context.get());
            folder.announce(serving.port());
            parts.awaitEngine(ENGINE_PATIENCE);
            serving.stopAtExit();
            return serving;
        } catch (RuntimeException e) {
            new Stopping(context, demo, parts, folder).run();
            throw e;
        }
    }

    /** Also when a part hangs: then the process is ended without it. */
    private void stopAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread stopping = Thread.ofPlatform().daemon().name("stopping").start(this::close);
            try {
                if (!stopping.join(STOP_WITHIN)) {
                    Runtime.getRuntime().halt(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static EmbeddedParts startParts(DataFolder folder, Surroundings around) {
        try {
            return EmbeddedParts.start(folder, around.environment());
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
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

    private static DemoSite demo(Surroundings around) {
        Path site = Path.of(around.environment().getOrDefault("VAKOOGST_DEMO_SITE", "harvester/demo/site"));
        DemoSite demo =
                DemoSite.start(site, around.variable("VAKOOGST_DEMO_PORT").map(Integer::valueOf));
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
        properties.put("vakoogst.config", around.config().toString());
        properties.put("vakoogst.node", hostName() + ":" + folder.path());
        properties.put("vakoogst.operator.password", password(around, folder));
        properties.put("vakoogst.fetch.allow-private", allowed(around, demo));
        properties.put("spring.config.additional-location", "optional:file:" + around.config() + "/");
        around.variable("VAKOOGST_ROLES").ifPresent(roles -> properties.put("vakoogst.roles", roles));
        return properties;
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
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    DataFolder folder() {
        return folder;
    }

    /** Stops everything, once; what hangs is left behind after a while, and ended by force with the process. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            new Stopping(Optional.of(context), demo, parts, folder).run();
        }
    }

    /** The order in which it stops. */
    private record Stopping(
            Optional<ConfigurableApplicationContext> context,
            Optional<DemoSite> demo,
            EmbeddedParts parts,
            DataFolder folder)
            implements Runnable {

        @Override
        public void run() {
            try {
                context.ifPresent(Stopping::closeInTime);
                demo.ifPresent(DemoSite::close);
            } finally {
                parts.close();
                folder.close();
            }
        }

        /** The parts are stopped in any case: else they would outlive a Spring context that hangs. */
        private static void closeInTime(ConfigurableApplicationContext context) {
            Thread closing = Thread.ofPlatform().daemon().name("closing").start(context::close);
            try {
                closing.join(CLOSE_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package be.vakoogst.cli;

import be.vakoogst.demo.DemoSite;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        try {
            Optional<DemoSite> demo = withDemo ? Optional.of(demo(around)) : Optional.empty();
            ConfigurableApplicationContext context = new SpringApplicationBuilder(around.application())
                    .run(arguments(properties(around, folder, parts, demo, port)));
            Serving serving = new Serving(folder, parts, demo, context);
            folder.announce(serving.port());
            parts.awaitEngine(ENGINE_PATIENCE);
            return serving;
        } catch (RuntimeException e) {
            parts.close();
            folder.close();
            throw e;
        }
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
        properties.put("vakoogst.operator.password", password(around, folder));
        properties.put("vakoogst.fetch.allow-private", allowed(around, demo));
        properties.put("spring.config.additional-location", "optional:file:" + around.config() + "/");
        around.variable("VAKOOGST_ROLES").ifPresent(roles -> properties.put("vakoogst.roles", roles));
        return properties;
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

    /** Stops everything; what hangs is ended by force. */
    @Override
    public void close() {
        try {
            context.close();
            demo.ifPresent(DemoSite::close);
        } finally {
            parts.close();
            folder.close();
        }
    }
}

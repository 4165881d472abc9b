package be.vakoogst.serving;

import be.vakoogst.Vakoogst;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application in this JVM, against the tests' database and engine, with a clock of the test's. */
public record ServingHere(ConfigurableApplicationContext context, OperatorApi api) implements AutoCloseable {

    /** @param alias the index's, which no other test has */
    public static ServingHere start(Configured config, String alias, InstantSource clock) {
        return start(config, alias, clock, Map.of());
    }

    /** @param more settings */
    public static ServingHere start(Configured config, String alias, InstantSource clock, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "spring.datasource.url",
                TestDatabase.url(),
                "spring.datasource.username",
                "postgres",
                "vakoogst.search.url",
                TestEngine.url().toString(),
                "vakoogst.search.alias",
                alias,
                "vakoogst.config",
                config.folder().toString(),
                "vakoogst.operator.password",
                OperatorApi.PASSWORD,
                "vakoogst.fetch.allow-private",
                "127.0.0.1"));
        properties.putAll(more);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Vakoogst.class)
                .properties(properties)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean(
                                "clockOfTheTest", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)))
                .run();
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return new ServingHere(context, OperatorApi.at(port));
    }

    @Override
    public void close() {
        context.close();
    }
}

package be.vakoogst.postgres;

import be.vakoogst.embedded.FreePort;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One embedded PostgreSQL for all tests of a JVM: started and migrated (classpath:db/migration) by the first call, ended with the JVM.
 * Its sessions are in {@link #SESSION_ZONE}, which no JVM of ours is in, so that code that leans on the session's zone fails.
 * What a test wrote is removed by {@link #clear()}, which the test calls after each of its methods.
 */
public final class TestDatabase {

    /** 5 h 45 min east of UTC: wrong by something that can't be mistaken for a summer time. */
    public static final String SESSION_ZONE = "Asia/Kathmandu";

    private static final String IN_ZONE = "SET TIME ZONE '" + SESSION_ZONE + "'";

    private TestDatabase() {}

    /** A pool of at most 20 connections. */
    public static DataSource dataSource() {
        return Started.DATA_SOURCE;
    }

    public static String url() {
        return Started.DATA_SOURCE.getJdbcUrl();
    }

    /** A fresh, empty database on the same server, for an application that outlives a test and must not meet what other tests schedule. */
    public static String another(String name) {
        JdbcClient.create(dataSource()).sql("create database " + name).update();
        return url().replaceFirst("/postgres(?=\\?|$)", "/" + name);
    }

    /** For {@code @DynamicPropertySource}: points {@code spring.datasource.*} at this database. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "");
        registry.add("spring.datasource.hikari.connection-init-sql", () -> IN_ZONE);
    }

    /** Empties every table and restarts its identities, except Flyway's own history. */
    public static void clear() {
        JdbcClient client = JdbcClient.create(dataSource());
        List<String> tables = client.sql("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'flyway_schema_history'
                        """).query(String.class).list();
        if (!tables.isEmpty()) {
            client.sql("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY CASCADE")
                    .update();
        }
    }

    private static final class Started {
        private static final HikariDataSource DATA_SOURCE = start();

        private static HikariDataSource start() {
            HikariDataSource pool = pool(startServer().getJdbcUrl("postgres", "postgres"));
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
            return pool;
        }

        /** Nothing in it has to survive, so nothing waits for the disk. It ends by the library's own shutdown hook. */
        private static EmbeddedPostgres startServer() {
            try {
                return EmbeddedPostgres.builder()
                        .setPort(FreePort.pick())
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("unix_socket_directories", "")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static HikariDataSource pool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername("postgres");
            config.setPassword("");
            config.setMaximumPoolSize(20);
            config.setMinimumIdle(1);
            config.setConnectionInitSql(IN_ZONE);
            return new HikariDataSource(config);
        }
    }
}

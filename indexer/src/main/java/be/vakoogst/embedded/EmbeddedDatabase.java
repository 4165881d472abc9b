package be.vakoogst.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded PostgreSQL: on 127.0.0.1 only, behind a password of its own, its data kept between starts.
 *
 * <p>An acknowledged commit is on disk ({@code fsync} and {@code synchronous_commit} stay on), so neither our own {@code kill -9} nor the
 * laptop's battery loses one. Bulk writes are helped by what costs no promise: no replication in the write-ahead log, and checkpoints that
 * are rare and large. The server outlives a killed application; the next start ends it.
 */
public final class EmbeddedDatabase implements Part, AutoCloseable {

    static final String USER = "postgres";

    /** Of a log of up to 4 GB: 0.6 GB of it took 4.4 s on a quick disk. */
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private static final Duration ORPHANS_LAST_WORDS = Duration.ofSeconds(5);
    private static final int LAST_LINES = 15;

    private final int port;
    private final Path data;
    private final Secret password;
    private final CompletableFuture<EmbeddedPostgres> server;

    private EmbeddedDatabase(int port, Path data, Secret password, CompletableFuture<EmbeddedPostgres> server) {
        this.port = port;
        this.data = data;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the database and returns at once, before it answers.
     *
     * @param program folder for the programs, kept between starts, and not changed once they are there
     * @param home folder for the data and the password, kept between starts; a server left there by a killed instance is
     *     ended first
     * @throws EmbeddedException when there is no place for it, or no port
     */
    public static EmbeddedDatabase start(Path program, Path home) {
        Path folder = home.toAbsolutePath().normalize();
        Path console = folder.resolve("console.log");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(console);
            int port = FreePort.pick();
            Secret password = Secret.in(folder.resolve("password"));
            CompletableFuture<EmbeddedPostgres> server = CompletableFuture.supplyAsync(
                    () -> launch(program.toAbsolutePath().normalize(), folder, console, port, password),
                    task -> Thread.ofVirtual().name("embedded-database").start(task));
            return new EmbeddedDatabase(port, folder.resolve("data"), password, server);
        } catch (IOException | RuntimeException failure) {
            throw failed(console, failure);
        }
    }

    private static EmbeddedPostgres launch(Path program, Path home, Path console, int port, Secret password) {
        Path data = home.resolve("data");
        Path complete = home.resolve("initialised");
        try {
            endOrphan(data);
            if (!Files.exists(complete)) {
                // What a killed first start left behind looks like a database and is none.
                FileSystemUtils.deleteRecursively(data);
            }
            EmbeddedPostgres server = startServer(server(program, data, console, port), data, password);
            Files.writeString(complete, "");
            return server;
        } catch (IOException | RuntimeException failure) {
            throw failed(console, failure);
        }
    }

    /** What says by itself which file cannot be used, and what to do, needs no other words. */
    private static EmbeddedException failed(Path console, Exception failure) {
        return failure instanceof EmbeddedException.Unusable unusable
                ? unusable
                : new EmbeddedException.PartFailed(
                        "database", "did not start", failure, LastLines.of(console, LAST_LINES));
    }

    private static EmbeddedPostgres startServer(EmbeddedPostgres.Builder server, Path data, Secret password)
            throws IOException {
        try {
            return server
                    // The library initialises with "trust" for all who reach the port; later options of initdb win.
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.file().toString())
                    .setConnectConfig("password", password.value())
                    .start();
        } catch (IOException | RuntimeException failure) {
            endOrphan(data);
            throw failure;
        }
    }

    private static EmbeddedPostgres.Builder server(Path program, Path data, Path console, int port) {
        Redirect log = Redirect.appendTo(console.toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                // Files, not pipes: a server that outlives us must not stumble over its own log.
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPort(port)
                // The same order of words on every laptop, whatever its language.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // The library means its servers for tests and starts them with -F and without synchronous commits; the
                // last word counts.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("client_connection_check_interval", "2s")
                // Keys come in no order: each record touches some twenty pages of indexes, and those that have no room
                // here are
                // read and written again and again. Memory is taken as it is needed.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                // For the same reason: after each checkpoint all these pages go whole into the log, when they change
                // first.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("log_checkpoints", "off")
                // One file a day of the week, each begun anew after a week.
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_rotation_size", "0");
    }

    /**
     * Waits until it answers, which takes no longer than the recovery of what a killed one left behind may.
     *
     * @throws EmbeddedException when it did not start: with its last log lines, or with the file that cannot be used
     */
    public void awaitReady() {
        try {
            server.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof EmbeddedException why ? why : failure;
        }
    }

    /** JDBC URL without user and password; known before it answers. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password.value();
    }

    @Override
    public String name() {
        return "database";
    }

    /** Fast shutdown: sessions are cut off, their open transactions rolled back, everything committed is kept. */
    @Override
    public void stop() {
        try {
            if (!server.isCompletedExceptionally()) {
                server.join().close();
            }
        } catch (IOException failure) {
            throw new EmbeddedException.PartFailed(name(), "did not end well", failure);
        } finally {
            kill();
        }
    }

    @Override
    public void kill() {
        postmaster(data).ifPresent(Orphan::kill);
    }

    /** Ends it, politely for 4 s and then at once. */
    @Override
    public void close() {
        Ending.of(List.of(this));
    }

    private static void endOrphan(Path data) {
        postmaster(data).ifPresent(orphan -> orphan.end(ORPHANS_LAST_WORDS));
    }

    /** The living server of this data folder, as postmaster.pid and its command line agree. */
    static Optional<Orphan> postmaster(Path data) {
        try {
            return PidFile.firstLine(data.resolve("postmaster.pid"))
                    .flatMap(pid -> Orphan.of(pid, List.of("postgres", data.toString())));
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(data, failure);
        }
    }
}

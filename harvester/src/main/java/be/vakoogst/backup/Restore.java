package be.vakoogst.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty database from a backup: brings it to where the backed-up one was, fills it, and leaves the rest to the migrations of the next
 * start. All of it or nothing.
 */
public final class Restore {

    private final DataSource database;
    private final Folders folders;

    /** @param folders that its files are written to */
    public Restore(DataSource database, Folders folders) {
        this.database = database;
        this.folders = folders;
    }

    /**
     * What came back.
     *
     * @param rows by table
     * @param sources how many were written
     * @param replaced files that said something else, and are now called {@code …before-restore}
     */
    public record Restored(Map<String, Long> rows, int sources, List<Path> replaced) {}

    /** @throws BackupFailed when the file is no whole backup, a newer Vakoogst made it, or the database is not empty; then nothing has changed */
    public Restored from(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            requireEmpty();
            fill(zip, manifest);
            List<Path> replaced = new ArrayList<>();
            int written = writeFiles(zip, replaced);
            return new Restored(manifest.tables(), written, List.copyOf(replaced));
        } catch (IOException | JacksonException e) {
            throw new BackupFailed(file + " cannot be read as a backup", e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.ENTRY))
                .orElseThrow(() -> new BackupFailed(zip.getName() + " is no backup, or not a whole one"));
        Manifest manifest =
                JsonMapper.shared().readValue(zip.getInputStream(entry).readAllBytes(), Manifest.class);
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupFailed("%s was made by a newer Vakoogst".formatted(zip.getName()));
        }
        return manifest;
    }

    private void requireEmpty() {
        boolean used = JdbcClient.create(database)
                .sql("select to_regclass('flyway_schema_history') is not null")
                .query(Boolean.class)
                .single();
        if (used) {
            throw new BackupFailed(
                    "The database is not empty: restore into a new data folder (VAKOOGST_DATA) or an empty database");
        }
    }

    private void fill(ZipFile zip, Manifest manifest) {
        try {
            Migrations.apply(database, manifest.migrations());
            fillTables(zip, manifest);
        } catch (IOException | SQLException | RuntimeException e) {
            JdbcClient.create(database)
                    .sql("drop schema public cascade; create schema public")
                    .update();
            throw e instanceof BackupFailed told ? told : new BackupFailed("The backup cannot be restored", e);
        }
    }

    private void fillTables(ZipFile zip, Manifest manifest) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, Long> table : manifest.tables().entrySet()) {
                fill(zip, connection, table.getKey(), table.getValue());
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                try (var statement = connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
                    statement.setString(1, sequence.getKey());
                    statement.setLong(2, sequence.getValue());
                    statement.execute();
                }
            }
            connection.commit();
        }
    }

    private static void fill(ZipFile zip, Connection connection, String table, long rows)
            throws IOException, SQLException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.entryOf(table)))
                .orElseThrow(() -> new BackupFailed("The backup lacks the table " + table));
        if (!table.matches("[a-z0-9_]+")) {
            throw new BackupFailed("No table is called " + table);
        }
        long filled;
        try (InputStream content = zip.getInputStream(entry)) {
            filled = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy \"" + table + "\" " + columns(zip, entry) + " from stdin (format csv, header true)",
                            content);
        }
        if (filled != rows) {
            throw new BackupFailed("Of %d rows of %s only %d are there".formatted(rows, table, filled));
        }
    }

    /** By the names in its first line, as columns that were added later stand elsewhere. */
    private static String columns(ZipFile zip, ZipEntry entry) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            String header = Optional.ofNullable(lines.readLine()).orElse("");
            if (!header.matches("[a-z0-9_,\"]+")) {
                throw new BackupFailed("The columns of " + entry.getName() + " cannot be told");
            }
            return "(" + header + ")";
        }
    }

    private int writeFiles(ZipFile zip, List<Path> replaced) throws IOException {
        int written = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            Optional<Path> place = folders.placeOf(entry.getName());
            if (place.isPresent()) {
                write(zip, entry, place.get(), replaced);
                written += entry.getName().startsWith(Folders.SOURCES) ? 1 : 0;
            }
        }
        return written;
    }

    /** What says something else already is kept beside; an upload may be large, and goes through no memory. */
    private static void write(ZipFile zip, ZipEntry entry, Path file, List<Path> replaced) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".restoring");
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(file) && Files.mismatch(file, fresh) >= 0) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".before-restore"),
                    StandardCopyOption.REPLACE_EXISTING);
            replaced.add(file);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}

package be.vakoogst.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything as it is at one moment, while work goes on. Its memory does not grow with what there is. */
class Backup {

    private final DataSource database;
    private final Folders folders;
    private final InstantSource clock;

    Backup(DataSource database, Folders folders, InstantSource clock) {
        this.database = database;
        this.folders = folders;
        this.clock = clock;
    }

    /** Leaves the stream open; a backup that breaks off has no manifest, and cannot be restored. */
    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                write(zip, connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new BackupFailed("The database cannot be read", e);
        }
        zip.finish();
    }

    private void write(ZipOutputStream zip, Connection connection) throws IOException, SQLException {
        JdbcClient asOfNow = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        List<String> migrations = asOfNow.sql(
                        "select version from flyway_schema_history where success and version is not null order by installed_rank")
                .query(String.class)
                .list();
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : Tables.kept(asOfNow)) {
            zip.putNextEntry(new ZipEntry(Manifest.entryOf(table)));
            rows.put(
                    table,
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy \"" + table + "\" to stdout (format csv, header true)", open(zip)));
            zip.closeEntry();
        }
        for (Folders.Named named : folders.all()) {
            writeFiles(zip, named);
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, clock.instant(), migrations, rows, Tables.sequences(asOfNow));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    /** The driver closes what it has written to. */
    private static OutputStream open(OutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static void writeFiles(ZipOutputStream zip, Folders.Named named) throws IOException {
        if (!Files.isDirectory(named.folder())) {
            return;
        }
        try (Stream<Path> files = Files.walk(named.folder())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = named.folder().relativize(file).toString();
                if (named.takes(name)) {
                    zip.putNextEntry(new ZipEntry(named.prefix() + name));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }
}

package be.vakoogst.cli;

import be.vakoogst.backup.Folders;
import be.vakoogst.backup.Restore;
import be.vakoogst.embedded.DataFolder;
import be.vakoogst.embedded.EmbeddedDatabase;
import be.vakoogst.embedded.EmbeddedParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restore} */
@Command(
        name = "restore",
        description =
                "Fill a new data folder, or an empty database, from a backup; the index is made anew at the next start.",
        mixinStandardHelpOptions = true)
class RestoreCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "A zip that 'backup' wrote.")
    private Path file = Path.of("vakoogst-backup.zip");

    RestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        around.requireSoundSettings();
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("There is no file " + file);
        }
        try (DataFolder folder = DataFolder.open(around.data())) {
            Restore.Restored restored =
                    around.variable("VAKOOGST_DB_URL").isPresent() ? given(folder) : embedded(folder);
            long records = restored.rows().getOrDefault("resource", 0L);
            restored.replaced()
                    .forEach(path -> around.out()
                            .printf("%s said something else; it is kept as %s.before-restore%n", path, path));
            around.out()
                    .printf(
                            "%,d records and %d sources are back. The index is made anew at the next start.%n",
                            records, restored.sources());
            return 0;
        }
    }

    private Restore.Restored given(DataFolder folder) {
        return restore(
                folder,
                new DriverManagerDataSource(
                        around.variable("VAKOOGST_DB_URL").orElseThrow(),
                        around.variable("VAKOOGST_DB_USER").orElse(""),
                        around.variable("VAKOOGST_DB_PASSWORD").orElse("")));
    }

    private Restore.Restored embedded(DataFolder folder) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(
                EmbeddedParts.databaseProgram(around.environment(), folder.path()),
                folder.path().resolve("database"))) {
            database.awaitReady();
            return restore(folder, new DriverManagerDataSource(database.url(), database.user(), database.password()));
        }
    }

    private Restore.Restored restore(DataFolder folder, DataSource database) {
        Folders folders = new Folders(around.config().resolve("sources"), Serving.uploads(folder.path()));
        return new Restore(database, folders).from(file);
    }
}

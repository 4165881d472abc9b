package be.vakoogst.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Brings an empty database to where another one was, which may have been made by an older program. */
final class Migrations {

    private static final String ALL = "classpath*:db/migration/V*.sql";
    private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

    private Migrations() {}

    /** @throws BackupFailed when one of these is not known here */
    static void apply(DataSource database, List<String> versions) throws IOException {
        Path folder = Files.createTempDirectory("vakoogst-migrations-");
        try {
            copy(new HashSet<>(versions), folder);
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:" + folder)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void copy(Set<String> wanted, Path folder) throws IOException {
        Set<String> unknown = new TreeSet<>(wanted);
        for (Resource migration : new PathMatchingResourcePatternResolver().getResources(ALL)) {
            String name = Optional.ofNullable(migration.getFilename()).orElse("");
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches() && wanted.contains(matcher.group(1))) {
                try (InputStream content = migration.getInputStream()) {
                    Files.copy(content, folder.resolve(name));
                }
                unknown.remove(matcher.group(1));
            }
        }
        if (!unknown.isEmpty()) {
            throw new BackupFailed("The backup was made by a newer Vakoogst: this one lacks the migrations " + unknown);
        }
    }
}

package be.vakoogst.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

/** An application reduced to its parts, in a process that a test can kill: {@code java … SmallMain FOLDER}. */
final class SmallMain {

    /** What it writes into the catalogue, committed, before it says that it is up. */
    static final String ACKNOWLEDGED = "geschreven voor de stekker eruit ging";

    private SmallMain() {}

    static void main(String... arguments) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]), DataSize.ofMegabytes(1));
        EmbeddedParts parts = EmbeddedParts.start(folder, Map.of());
        parts.awaitDatabase();
        folder.announce(8080);
        parts.awaitEngine(Duration.ofMinutes(5));
        JdbcClient client = client(parts.properties());
        client.sql("CREATE TABLE note (word text)").update();
        client.sql("INSERT INTO note VALUES (?)").param(ACKNOWLEDGED).update();
        System.out.println("up " + parts.properties().get("vakoogst.search.url"));
        Thread.currentThread().join();
    }

    static JdbcClient client(Map<String, String> properties) {
        return JdbcClient.create(new DriverManagerDataSource(
                properties.get("spring.datasource.url"),
                properties.get("spring.datasource.username"),
                properties.get("spring.datasource.password")));
    }
}

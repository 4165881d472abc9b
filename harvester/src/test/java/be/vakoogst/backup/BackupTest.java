package be.vakoogst.backup;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.put;
import static be.vakoogst.application.TestApplication.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup of the whole application, taken over HTTP, restored into a database of its own. */
class BackupTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String SOURCE = "bewaarbron";
    private static String corrected = "";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void harvestAndCorrect() throws IOException {
        PUBLISHER.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Bewaarblad</title>
                <item><title>Lassen met "elektrode", los van \\N en ; of een nieuwe regel</title><guid isPermaLink="false">1</guid></item>
                <item><title>Solderen van zink</title><guid isPermaLink="false">2</guid></item></channel></rss>""");
        Files.writeString(
                TestApplication.sources().resolve(SOURCE + ".yml"), """
                id: %s
                name: Bewaarblad
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(SOURCE, PUBLISHER.url("/feed")));
        harvest(SOURCE);
        corrected = TestApplication.database()
                .sql("select id from resource where source_id = ? and withdrawn_because is null order by id limit 1")
                .param(SOURCE)
                .query(String.class)
                .single();
        put(
                "/api/resources/" + corrected + "/trades/dak",
                "{\"verdict\": \"add\", \"why\": \"zinkwerk\"}",
                administrator());
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
    }

    @Test
    void catalogueSourcesAndCorrectionsComeBackAsTheyWere() throws Exception {
        Path file = download("heel.zip");
        DataSource database = emptyDatabase("teruggezet");
        Path sources = folder.resolve("sources");

        Restore.Restored restored = new Restore(database, folders(sources)).from(file);
        migrate(database);

        Catalogue before = TestApplication.context().getBean(Catalogue.class);
        Catalogue after = new Catalogue(JdbcClient.create(database), InstantSource.system());
        assertThat(records(after)).isNotEmpty().isEqualTo(records(before));
        assertThat(after.latest()).isEqualTo(before.latest());
        assertThat(JdbcClient.create(database)
                        .sql("select why from trade_correction where resource_id = ?")
                        .param(corrected)
                        .query(String.class)
                        .single())
                .isEqualTo("zinkwerk");
        assertThat(Files.readString(sources.resolve(SOURCE + ".yml"))).contains("Bewaarblad");
        assertThat(restored.rows()).doesNotContainKeys("record_facts", "spring_session", "scheduled_tasks");
        assertThat(JdbcClient.create(database)
                        .sql(
                                "insert into run (source_id, mode, trigger, state, requested_at) values ('x', 'full', 'start', 'queued', now()) returning id")
                        .query(Long.class)
                        .single())
                .isGreaterThan(TestApplication.database()
                        .sql("select max(id) - 1 from run")
                        .query(Long.class)
                        .single());
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws Exception {
        DataSource older = emptyDatabase("ouder");
        Migrations.apply(older, List.of("100", "101", "200"));
        JdbcClient.create(older).sql("""
                        insert into resource (id, source_id, change_number, first_seen, last_changed, withdrawn_because)
                        values (repeat('a', 32), 'oud', 7, now(), now(), 'weg')
                        """).update();
        Path file = folder.resolve("ouder.zip");
        try (var out = Files.newOutputStream(file)) {
            new Backup(older, folders(folder.resolve("geen")), InstantSource.system()).write(out);
        }
        DataSource database = emptyDatabase("bijgewerkt");

        new Restore(database, folders(folder.resolve("andere"))).from(file);
        migrate(database);

        assertThat(JdbcClient.create(database)
                        .sql("select last_seen = last_changed from resource where change_number = 7")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anOlderDataFolderIsBroughtUpToDateByItsMigrations() throws Exception {
        DataSource older = emptyDatabase("oudemap");
        Migrations.apply(older, List.of("100", "101", "105", "106", "115", "120", "200", "210"));
        JdbcClient.create(older)
                .sql(
                        "insert into click_count (day, query, resource_id, clicks) values (current_date, 'zagen', repeat('a', 32), 3)")
                .update();

        migrate(older);

        assertThat(JdbcClient.create(older)
                        .sql("select clicks from click_count where query = 'zagen'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(JdbcClient.create(older)
                        .sql("select to_regclass('record_facts') is not null and to_regclass('alert') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aTornBackupOrADatabaseInUseIsRefusedAndNothingIsLeftBehind() throws Exception {
        Path whole = download("nog-een.zip");
        Path torn = folder.resolve("gescheurd.zip");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(torn, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.CREATE);
        DataSource database = emptyDatabase("gescheurd");

        assertThatThrownBy(() -> new Restore(database, folders(folder)).from(torn))
                .isInstanceOf(BackupFailed.class);
        assertThat(JdbcClient.create(database)
                        .sql("select to_regclass('resource') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        new Restore(database, folders(folder.resolve("eerst"))).from(whole);
        assertThatThrownBy(() -> new Restore(database, folders(folder.resolve("eerst"))).from(whole))
                .hasMessageContaining("not empty");
    }

    @Test
    void aSourceThatSaysSomethingElseIsKeptBeside() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("anders"));
        Files.writeString(sources.resolve(SOURCE + ".yml"), "name: iets anders\n");

        Restore.Restored restored = new Restore(emptyDatabase("anders"), folders(sources)).from(download("derde.zip"));

        assertThat(restored.replaced()).contains(sources.resolve(SOURCE + ".yml"));
        assertThat(Files.readString(sources.resolve(SOURCE + ".yml.before-restore")))
                .contains("iets anders");
    }

    @Test
    void nothingIsWrittenOutsideOfTheFolders() {
        Folders folders = new Folders(folder.resolve("bronnen"), folder.resolve("stukken"));

        assertThat(folders.placeOf("uploads/bron/les.pdf")).contains(folder.resolve("stukken/bron/les.pdf"));
        assertThat(folders.placeOf("sources/bron.yml")).contains(folder.resolve("bronnen/bron.yml"));
        assertThat(folders.placeOf("uploads/../../etc/passwd")).isEmpty();
        assertThat(folders.placeOf("sources/../bron.yml")).isEmpty();
        assertThat(folders.placeOf("manifest.json")).isEmpty();
    }

    @Test
    void onlyAdministratorsGetIt() {
        assertThat(getAsAnybody("/api/backup").statusCode()).isEqualTo(401);
    }

    private static Path download(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(
                        request("/api/backup", Optional.of(administrator())).build(),
                        HttpResponse.BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    private static Folders folders(Path sources) {
        return new Folders(sources, sources.resolveSibling(sources.getFileName() + "-uploads"));
    }

    private static DataSource emptyDatabase(String name) {
        return new DriverManagerDataSource(TestDatabase.another(name));
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    }

    private static List<CatalogueRecord> records(Catalogue catalogue) {
        return catalogue.changesAfter(ChangeNumber.NONE, 10_000);
    }
}

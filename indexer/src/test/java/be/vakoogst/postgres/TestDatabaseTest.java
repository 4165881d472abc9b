package be.vakoogst.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    private final JdbcClient client = JdbcClient.create(TestDatabase.dataSource());

    @Test
    void sessionsAreInAnotherZoneThanTheJvm() {
        String zone = client.sql("SHOW TIME ZONE").query(String.class).single();

        assertThat(zone).isEqualTo(TestDatabase.SESSION_ZONE);
        assertThat(ZoneId.of(zone)).isNotEqualTo(ZoneId.systemDefault());
    }

    @Test
    void clearingEmptiesTablesAndRestartsIdentities() {
        client.sql("CREATE TABLE cleared (id bigint GENERATED ALWAYS AS IDENTITY, word text)")
                .update();
        client.sql("INSERT INTO cleared (word) VALUES ('zaag'), ('beitel')").update();

        TestDatabase.clear();

        client.sql("INSERT INTO cleared (word) VALUES ('schaaf')").update();
        assertThat(client.sql("SELECT id FROM cleared").query(Long.class).list())
                .containsExactly(1L);
        client.sql("DROP TABLE cleared").update();
    }
}

package be.vakoogst.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import be.vakoogst.postgres.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UsageTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final List<String> asked = new ArrayList<>();
    private final UsageTable table = new UsageTable(JdbcClient.create(TestDatabase.dataSource())) {
        @Override
        Map<String, Double> shares(String query) {
            asked.add(query);
            return super.shares(query);
        }
    };
    private final Tally tally = new Tally(table, InstantSource.fixed(NOW));

    @BeforeEach
    @AfterEach
    void empty() {
        TestDatabase.clear();
    }

    @Test
    void countsOfSeveralMomentsAddUp() {
        Usage usage = new Usage(tally, table);
        for (int moment = 0; moment < 2; moment++) {
            usage.searched("Zagen", List.of("hout", "bouw"), 3);
            usage.searched("Zagen", List.of("hout"), 0);
            usage.clicked("Zagen", "a");
            usage.viewed("a");
            tally.write();
        }

        assertThat(usage.demand(TODAY, TODAY))
                .containsOnly(entry("hout", new Usage.Demand(4, 2)), entry("bouw", new Usage.Demand(2, 0)));
        assertThat(usage.of(List.of("a"), TODAY)).containsExactly(new Usage.Use("a", 2, 2));
    }

    @Test
    void onlyWhatSeveralClickedAfterIsLookedUp() {
        for (int click = 0; click < 3; click++) {
            tally.clicked("zagen", click < 2 ? "a" : "b");
        }
        tally.clicked("schaven", "a");
        tally.write();
        Usage usage = new Usage(tally, table);

        assertThat(usage.clicks("Zagen")).containsOnly(entry("a", 2 / 3.0), entry("b", 1 / 3.0));
        assertThat(usage.clicks("schaven")).isEmpty();
        assertThat(usage.clicks("boren")).isEmpty();
        assertThat(asked).containsExactly("zagen");
    }
}

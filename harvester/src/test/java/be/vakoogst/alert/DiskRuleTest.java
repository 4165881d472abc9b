package be.vakoogst.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DiskRuleTest {

    @TempDir
    private Path data;

    @Test
    void aDiskWithLessThanWasAskedForIsToldOfItsNodeWithBothFigures() {
        DataSize more = DataSize.ofTerabytes(1_000_000);

        assertThat(rule(more).conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.kind()).isEqualTo(AlertKind.DISK);
            assertThat(condition.subject()).isEqualTo("knoop-1");
            assertThat(condition.facts()).hasSize(2).last().isEqualTo(String.valueOf(more.toMegabytes()));
        });
    }

    @Test
    void aDiskWithRoomIsNotTold() {
        assertThat(rule(DataSize.ofBytes(1)).conditions()).isEmpty();
    }

    /** What another node told of its disk goes on until that one says otherwise. */
    @Test
    void eachNodeJudgesItsOwnDiskAlone() {
        assertThat(rule(DataSize.ofBytes(1)).judges(AlertKind.DISK, "knoop-1")).isTrue();
        assertThat(rule(DataSize.ofBytes(1)).judges(AlertKind.DISK, "knoop-2")).isFalse();
    }

    private DiskRule rule(DataSize least) {
        return new DiskRule(new DataPlace(data, "knoop-1"), RuleSettings.withDiskFree(least));
    }
}

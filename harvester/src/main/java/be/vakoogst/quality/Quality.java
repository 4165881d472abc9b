package be.vakoogst.quality;

import be.vakoogst.facts.Facts;
import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Counts what checks hold for, now and day by day. */
class Quality {

    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");
    private static final int KEPT_DAYS = 366;

    private final QualityFile file;
    private final QualityTable table;
    private final Facts facts;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Quality(QualityFile file, QualityTable table, Facts facts, TransactionOperations transaction, InstantSource clock) {
        this.file = file;
        this.table = table;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One check with the records that it holds for, by source; what templates call is public. */
    public record Counted(QualityCheck check, Map<SourceId, Long> bySource) {

        public long records() {
            return bySource.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(SourceId source) {
            return bySource.getOrDefault(source, 0L);
        }
    }

    /**
     * All checks.
     *
     * @param records how many each source has
     * @param problems what is wrong in the file of the checks
     */
    record Report(Instant at, Map<SourceId, Long> records, List<Counted> checks, List<String> problems) {}

    Report report() {
        facts.counts();
        QualityFile.Look look = file.look();
        return new Report(
                clock.instant(),
                table.records(),
                look.checks().stream()
                        .map(check -> new Counted(check, table.count(check)))
                        .toList(),
                look.problems());
    }

    Optional<QualityCheck> check(String id) {
        return file.look().checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst();
    }

    Counted count(QualityCheck check) {
        return new Counted(check, table.count(check));
    }

    /** By id, from behind an id on. */
    List<QualityTable.Held> held(QualityCheck check, Optional<SourceId> source, String after, int limit) {
        return table.held(check, source, after, limit);
    }

    /** Of the last year. */
    List<QualityTable.Day> history(QualityCheck check, Optional<SourceId> source) {
        return table.history(check.id(), source, today().minusDays(KEPT_DAYS));
    }

    /** Each hour that of the present day is written again, so that its last form stays. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void keep() {
        Map<String, Map<SourceId, Long>> counts = new LinkedHashMap<>();
        report().checks().forEach(counted -> counts.put(counted.check().id(), counted.bySource()));
        transaction.executeWithoutResult(status -> {
            if (table.alone()) {
                table.forget(today());
                counts.forEach((check, bySource) -> table.keep(today(), check, bySource));
            }
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}

package be.vakoogst.oai;

import be.vakoogst.xml.XmlElement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What a repository says of itself (Identify, section 4.2).
 *
 * @param earliest the first datestamp there may be
 * @param keepsDeleted whether a deleted record stays visible as such for ever
 */
record Repository(Granularity granularity, Optional<Instant> earliest, boolean keepsDeleted) {

    /** Where Identify cannot be had: days are understood everywhere (section 3.3.1). */
    static final Repository UNKNOWN = new Repository(Granularity.DAY, Optional.empty(), false);

    static Repository of(XmlElement identify) {
        boolean seconds =
                identify.textAt("granularity").toLowerCase(Locale.ROOT).contains("hh");
        return new Repository(
                seconds ? Granularity.SECOND : Granularity.DAY,
                instant(identify.textAt("earliestDatestamp")),
                identify.textAt("deletedRecord").strip().equalsIgnoreCase("persistent"));
    }

    Repository withOtherGranularity() {
        Granularity other = granularity == Granularity.DAY ? Granularity.SECOND : Granularity.DAY;
        return new Repository(other, earliest, keepsDeleted);
    }

    /** A datestamp in either granularity, also where a repository mixes them up. */
    static Optional<Instant> instant(String text) {
        String stripped = text.strip();
        try {
            return stripped.length() <= 10
                    ? Optional.of(LocalDate.parse(stripped).atStartOfDay().toInstant(ZoneOffset.UTC))
                    : Optional.of(Instant.parse(stripped));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How finely a repository tells time; and by how much an incremental harvest looks back, as clocks differ and writes take time. */
    enum Granularity {
        DAY(Duration.ofDays(1)),
        SECOND(Duration.ofMinutes(15));

        private final Duration overlap;

        Granularity(Duration overlap) {
            this.overlap = overlap;
        }

        String write(Instant instant) {
            return this == DAY
                    ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                    : instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        String lookBack(Instant instant) {
            return write(instant.minus(overlap));
        }

        /** The first moment behind one that was asked for up to and including. */
        Instant behind(Instant until) {
            return this == DAY
                    ? until.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)
                    : until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        }
    }
}

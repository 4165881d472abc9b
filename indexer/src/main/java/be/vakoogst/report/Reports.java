package be.vakoogst.report;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports, newest first. */
public class Reports {

    private static final int LONGEST = 1000;
    private static final int MOST_OPEN_OF_ONE = 50;
    private static final int MOST = 500;

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final InstantSource clock;

    Reports(JdbcClient database, Catalogue catalogue, InstantSource clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    int forget(Instant before) {
        return database.sql("delete from report where closed < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What can be wrong. */
    public enum Reason implements Code {
        LINK_BROKEN,
        WRONG_TRADE,
        WRONG_LICENCE,
        WRONG_INFORMATION,
        OFFENSIVE,
        OTHER
    }

    /** One report. */
    public record Report(long id, String resourceId, String reason, String remark, OffsetDateTime reported) {}

    /**
     * Keeps a report; of one resource at most fifty open ones, as more say nothing new.
     *
     * @return whether there is such a resource
     * @throws WrongParameter when reason or remark cannot be taken
     */
    public boolean add(ResourceId resource, String reason, String remark) {
        String known = reason(reason).code();
        String text = remark.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        if (text.length() > LONGEST) {
            throw new WrongParameter("remark", "has " + text.length() + " characters and may have " + LONGEST);
        }
        if (catalogue.find(resource).isEmpty()) {
            return false;
        }
        database.sql("""
                        insert into report (resource_id, reason, remark, reported)
                        select :resource, :reason, :remark, :now
                        where (select count(*) from report where resource_id = :resource and closed is null) < :most
                        """)
                .param("resource", resource.value())
                .param("reason", known)
                .param("remark", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST_OPEN_OF_ONE)
                .update();
        return true;
    }

    private static Reason reason(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        "reason",
                        "must be one of "
                                + Arrays.stream(Reason.values())
                                        .map(Reason::code)
                                        .collect(Collectors.joining(", "))));
    }

    /** Those that nobody has dealt with, at most 500. */
    List<Report> open() {
        return database.sql("""
                        select id, resource_id, reason, remark, reported from report where closed is null
                        order by reported desc, id desc limit :most
                        """).param("most", MOST).query(Report.class).list();
    }

    /** Empty where no such one was open. */
    Optional<Report> close(long id) {
        return database.sql("""
                        update report set closed = :now where id = :id and closed is null
                        returning id, resource_id, reason, remark, reported
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(Report.class)
                .optional();
    }
}

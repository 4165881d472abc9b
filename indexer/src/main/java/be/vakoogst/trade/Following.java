package be.vakoogst.trade;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Says to the other nodes that a vocabulary was put in force here, and takes over what was put in force elsewhere. */
class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final Announcement NONE = new Announcement(0, "");

    private final InForce trades;
    private final JdbcClient database;
    private long followed;
    private long missed;

    private record Announcement(long number, String digest) {}

    Following(InForce trades, JdbcClient database) {
        this.trades = trades;
        this.database = database;
        Announcement last = latest().orElse(NONE);
        this.followed = last.digest().equals(digest(trades.vocabulary())) ? last.number() : NONE.number();
    }

    private static String digest(Vocabulary vocabulary) {
        return vocabulary.contents().digest();
    }

    private Optional<Announcement> latest() {
        return database.sql("select number, digest from vocabulary_in_force")
                .query(Announcement.class)
                .optional();
    }

    /** What is in force here holds for all nodes that have the same files. */
    synchronized void announce() {
        followed = database.sql("""
                        insert into vocabulary_in_force (number, digest) values (1, :digest)
                        on conflict (one_row) do update set number = vocabulary_in_force.number + 1, digest = :digest
                        returning number""")
                .param("digest", digest(trades.vocabulary()))
                .query(Long.class)
                .single();
    }

    /** Where the files here are not those that were announced, what is in force stays until they are. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    synchronized void follow() {
        Announcement last = latest().orElse(NONE);
        if (last.number() == followed) {
            return;
        }
        try {
            if (trades.become(last.digest())) {
                followed = last.number();
                log.info("Took over the vocabulary that another node put in force");
            } else {
                miss(last, "this node has other files");
            }
        } catch (VocabularyException e) {
            miss(last, e.toString());
        }
    }

    /** Said once, not every time. */
    private void miss(Announcement last, String why) {
        if (missed != last.number()) {
            missed = last.number();
            log.warn("Cannot take over the vocabulary that another node put in force: {}", why);
        }
    }
}

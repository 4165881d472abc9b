package be.vakoogst.run;

import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes what a run learns of its listing, and remembers it for the next run once this one has concluded well. */
class ListingLedger {

    private static final String NOTE = """
            insert into run_listing (run_id, url, etag, last_modified, fresh_until, moved_to)
            values (:run, :url, :etag, :modified, :fresh, :moved)
            on conflict (run_id, url) do update set etag = excluded.etag, last_modified = excluded.last_modified,
                fresh_until = excluded.fresh_until, moved_to = excluded.moved_to
            """;

    private static final String REMEMBER = """
            insert into listing (source_id, url, etag, last_modified, fresh_until, moved_to)
            select :source, url, etag, last_modified, fresh_until, moved_to from run_listing where run_id = :run
            on conflict (source_id, url) do update set etag = excluded.etag, last_modified = excluded.last_modified,
                fresh_until = excluded.fresh_until, moved_to = excluded.moved_to
            """;

    private final JdbcClient database;

    ListingLedger(JdbcClient database) {
        this.database = database;
    }

    /** Notes what there is to know of the listing. Within the caller's transaction. */
    void hear(RunId run, Harvested harvested) {
        switch (harvested) {
            case Harvested.Listed(var url, var validators) -> note(run, url, validators);
            case Harvested.NothingNew(var url, var validators) -> {
                note(run, url, validators);
                flag(run, "list_unchanged");
            }
            case Harvested.Broken(var failure) when !failure.reason().deliberate() -> flag(run, "list_broken");
            case Harvested.RestUnchanged() -> flag(run, "list_changes_only");
            case Harvested.ListComplete() -> flag(run, "list_complete");
            case Harvested.Rhythm(var every) ->
                database.sql("update run set list_ttl = :seconds where id = :run")
                        .param("seconds", every.toSeconds())
                        .param("run", run.value())
                        .update();
            default -> {}
        }
    }

    private void note(RunId run, URI url, Validators validators) {
        database.sql(NOTE)
                .param("run", run.value())
                .param("url", url.toString())
                .param("etag", validators.etag().orElse(null))
                .param("modified", validators.lastModified().orElse(null))
                .param(
                        "fresh",
                        validators
                                .freshUntil()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("moved", validators.movedTo().map(URI::toString).orElse(null))
                .update();
    }

    void distrust(SourceId source) {
        database.sql(
                        "update listing set etag = null, last_modified = null, fresh_until = null where source_id = :source")
                .param("source", source.value())
                .update();
    }

    private void flag(RunId run, String column) {
        database.sql("update run set " + column + " = true where id = :run")
                .param("run", run.value())
                .update();
    }

    void remember(RunId run, SourceId source) {
        database.sql(REMEMBER)
                .param("source", source.value())
                .param("run", run.value())
                .update();
    }

    void clear(RunId run) {
        database.sql("delete from run_listing where run_id = :run")
                .param("run", run.value())
                .update();
    }
}

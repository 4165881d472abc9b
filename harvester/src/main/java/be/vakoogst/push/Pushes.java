package be.vakoogst.push;

import be.vakoogst.folder.Uploads;
import be.vakoogst.life.Takebacks;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.run.Trigger;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.Sources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What partners push: that something changed, or the records themselves, which become a source of their own beside theirs. */
public class Pushes {

    static final int MOST_TOGETHER = 500;

    private static final String SHEET = "metadata.json";

    private final Tables tables;
    private final Running running;
    private final SourceEditor editor;
    private final Uploads uploads;
    private final PushSettings settings;

    Pushes(Tables tables, Running running, SourceEditor editor, Uploads uploads, PushSettings settings) {
        this.tables = tables;
        this.running = running;
        this.editor = editor;
        this.uploads = uploads;
        this.settings = settings;
    }

    /** What is known of who pushes. */
    record Tables(PushTable pushed, SubscriptionTable subscriptions) {}

    /** What starts runs. */
    record Running(Sources sources, Runs runs, Scheduling scheduling, Takebacks takebacks) {

        void delete(SourceId source, List<String> urls) {
            takebacks.delete(
                    urls.stream().map(url -> ResourceId.of(source, url)).toList());
        }

        /** The run that waits already will see it too. */
        void soon(SourceId source) {
            List<Run> waiting = runs.list(Optional.of(source), Optional.of(RunState.QUEUED), Long.MAX_VALUE, 1);
            if (waiting.isEmpty()) {
                scheduling.runNow(source, Mode.INCREMENTAL, Trigger.PUSH);
            }
        }
    }

    /** @param known whether it is an item of theirs already; else the run sees whether their lists name it */
    record Pinged(URI url, boolean known) {}

    /** @throws Refusal if the source is not harvested now */
    Pinged ping(SourceId source, URI url) {
        require(source);
        boolean known = running.runs().distrust(source, Optional.of(url));
        running.soon(source);
        return new Pinged(url, known);
    }

    /**
     * What became of a push.
     *
     * @param source where the records are from then on, and whose runs tell how each ended
     */
    record Pushed(int accepted, int deleted, SourceId source) {}

    /**
     * Takes all records or none.
     *
     * @throws WrongParameter naming what is wrong in the first that is
     * @throws Refusal if these are more than a partner may keep, or the source is not harvested now
     */
    Pushed push(SourceId owner, JsonNode records) {
        Source source = require(owner);
        List<JsonNode> all = records.isArray() ? List.copyOf(records.values()) : List.of(records);
        if (all.isEmpty() || all.size() > MOST_TOGETHER) {
            throw new WrongParameter("records", "must be 1 to " + MOST_TOGETHER);
        }
        List<PushedRecord> pushed = IntStream.range(0, all.size())
                .mapToObj(place -> PushedRecord.of(all.get(place), place))
                .toList();
        Map<String, String> kept = new LinkedHashMap<>();
        pushed.stream().filter(record -> !record.deleted()).forEach(record -> kept.put(record.url(), record.row()));
        if (tables.pushed().count(owner) + kept.size() > settings.records()) {
            throw Refusal.tooLarge("More than " + settings.records() + " records cannot be kept for one partner");
        }
        List<String> gone = pushed.stream()
                .filter(PushedRecord::deleted)
                .map(PushedRecord::url)
                .toList();
        tables.pushed().keep(owner, kept);
        tables.pushed().drop(owner, gone);
        running.delete(sourceOf(owner), gone);
        return new Pushed(kept.size(), gone.size(), publish(source));
    }

    private SourceId publish(Source owner) {
        SourceId own = sourceOf(owner.id());
        uploads.put(own, SHEET, tables.pushed().sheet(owner.id()).getBytes(StandardCharsets.UTF_8));
        if (editor.text(own).isEmpty()) {
            editor.save(
                    own,
                    SourceDraft.ofFolder(own, owner.name(), owner.kind(), Uploads.ADDRESS)
                            .yaml());
        }
        running.soon(own);
        return own;
    }

    /** A partner leaves: the key is worth nothing any more, its hub is no longer heard, and the source of what was pushed goes; what it brought is for the caller to take back. */
    public void leave(SourceId owner) {
        tables.pushed().leave(owner);
        tables.subscriptions().leave(owner);
        editor.remove(sourceOf(owner));
        uploads.clear(sourceOf(owner));
    }

    /** All there is of a partner: the source that is harvested, and that of what they push. */
    public static List<SourceId> sourcesWith(SourceId owner) {
        return List.of(owner, sourceOf(owner));
    }

    /** The source of what is pushed for another. */
    static SourceId sourceOf(SourceId owner) {
        String text = owner.value();
        return new SourceId(text.substring(0, Math.min(58, text.length())) + "-push");
    }

    private Source require(SourceId id) {
        return running.sources()
                .find(id)
                .filter(Source::enabled)
                .orElseThrow(() -> Refusal.conflict("Source '" + id + "' is not harvested now"));
    }
}

package be.vakoogst.partner;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Payload;
import be.vakoogst.life.ItemLife;
import be.vakoogst.life.Lives;
import be.vakoogst.mail.Outbox;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.standing.Standings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that is held on a partner, as one zip of JSON and of the payloads as they were received. */
class HeldData {

    private static final int READ_TOGETHER = 500;

    private final Standings standings;
    private final SourceEditor editor;
    private final Outbox outbox;
    private final Traces traces;

    HeldData(Standings standings, SourceEditor editor, Outbox outbox, Traces traces) {
        this.standings = standings;
        this.editor = editor;
        this.outbox = outbox;
        this.traces = traces;
    }

    /** What harvests left behind. */
    record Traces(Runs runs, Lives lives, Catalogue catalogue) {}

    void write(Registration registration, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            one(zip, "registration.json", registration);
            one(zip, "mails.json", outbox.sentTo(registration.email()));
            one(zip, "source-versions.json", editor.history(registration.source()));
            runs(zip, registration);
            items(zip, registration);
            records(zip, registration);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void one(ZipOutputStream zip, String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(ResourceJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
        zip.closeEntry();
    }

    private void runs(ZipOutputStream zip, Registration registration) throws IOException {
        zip.putNextEntry(new ZipEntry("runs.jsonl"));
        long before = Long.MAX_VALUE;
        for (List<Run> some = latest(registration, before); !some.isEmpty(); some = latest(registration, before)) {
            some.forEach(run -> line(zip, run));
            before = some.getLast().id().value();
        }
        zip.closeEntry();
    }

    private List<Run> latest(Registration registration, long before) {
        return traces.runs().list(Optional.of(registration.source()), Optional.empty(), before, READ_TOGETHER);
    }

    private void items(ZipOutputStream zip, Registration registration) throws IOException {
        zip.putNextEntry(new ZipEntry("items.jsonl"));
        String after = "";
        for (List<ItemLife> some = lives(registration, after); !some.isEmpty(); some = lives(registration, after)) {
            some.forEach(life -> line(zip, life));
            after = some.getLast().id().value();
        }
        zip.closeEntry();
    }

    private List<ItemLife> lives(Registration registration, String after) {
        return traces.lives().list(registration.source(), Optional.empty(), after, READ_TOGETHER);
    }

    private void records(ZipOutputStream zip, Registration registration) throws IOException {
        zip.putNextEntry(new ZipEntry("records.jsonl"));
        standings.eachRecord(registration.source(), record -> line(zip, record));
        zip.closeEntry();
        standings.eachRecord(registration.source(), record -> payloads(zip, record));
    }

    private void payloads(ZipOutputStream zip, LearningResource record) {
        try {
            for (Payload payload : traces.catalogue().payloads(record.id())) {
                zip.putNextEntry(new ZipEntry("payloads/" + record.id() + "/" + payload.part()));
                zip.write(payload.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(ZipOutputStream zip, Object value) {
        try {
            zip.write(ResourceJson.mapper().writeValueAsBytes(value));
            zip.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

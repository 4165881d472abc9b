package be.vakoogst.partner;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Payload;
import be.vakoogst.folder.Uploads;
import be.vakoogst.life.ItemLife;
import be.vakoogst.life.Lives;
import be.vakoogst.mail.Outbox;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.standing.Standings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that is held on a partner, as one zip of JSON and of the payloads and sheets as they were received. */
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

    /** What harvests and uploads left behind. */
    record Traces(Runs runs, Lives lives, Catalogue catalogue, Uploads uploads) {}

    void write(Registration registration, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            one(zip, "registration.json", registration);
            one(zip, "mails.json", outbox.sentTo(registration.email()));
            one(
                    zip,
                    "source-versions.json",
                    registration.sources().stream()
                            .flatMap(source -> editor.history(source).stream())
                            .toList());
            runs(zip, registration);
            items(zip, registration);
            records(zip, registration);
            for (SourceId source : registration.sources()) {
                uploads(zip, source);
            }
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
        for (SourceId source : registration.sources()) {
            long before = Long.MAX_VALUE;
            for (List<Run> some = latest(source, before); !some.isEmpty(); some = latest(source, before)) {
                some.forEach(run -> line(zip, run));
                before = some.getLast().id().value();
            }
        }
        zip.closeEntry();
    }

    private List<Run> latest(SourceId source, long before) {
        return traces.runs().list(Optional.of(source), Optional.empty(), before, READ_TOGETHER);
    }

    private void items(ZipOutputStream zip, Registration registration) throws IOException {
        zip.putNextEntry(new ZipEntry("items.jsonl"));
        for (SourceId source : registration.sources()) {
            String after = "";
            for (List<ItemLife> some = lives(source, after); !some.isEmpty(); some = lives(source, after)) {
                some.forEach(life -> line(zip, life));
                after = some.getLast().id().value();
            }
        }
        zip.closeEntry();
    }

    private List<ItemLife> lives(SourceId source, String after) {
        return traces.lives().list(source, Optional.empty(), after, READ_TOGETHER);
    }

    /** The sheet that they gave, and what they sent, which is kept as one. */
    private void uploads(ZipOutputStream zip, SourceId source) throws IOException {
        for (Uploads.Document document : traces.uploads().documents(source)) {
            Optional<Path> file = traces.uploads().find(source, document.name());
            if (file.isPresent()) {
                zip.putNextEntry(new ZipEntry("uploads/" + source + "/" + document.name()));
                Files.copy(file.get(), zip);
                zip.closeEntry();
            }
        }
    }

    private void records(ZipOutputStream zip, Registration registration) throws IOException {
        zip.putNextEntry(new ZipEntry("records.jsonl"));
        standings.eachRecord(registration.sources(), record -> line(zip, record));
        zip.closeEntry();
        standings.eachRecord(registration.sources(), record -> payloads(zip, record));
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

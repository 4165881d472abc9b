package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.core.JsonGenerator;

/** A request of many operations as it goes over the wire: a line that says what to do, and one with the document. */
final class BulkBody extends ByteArrayOutputStream {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    private static final int USUAL_SIZE = 1 << 20;

    private final SearchDocument documents;
    private final List<CatalogueRecord> records = new ArrayList<>();

    BulkBody(SearchDocument documents) {
        super(USUAL_SIZE);
        this.documents = documents;
    }

    /**
     * Adds what is to be done for a record, all or nothing.
     *
     * @throws RuntimeException when no document can be made of it
     */
    void add(CatalogueRecord record) {
        int before = count;
        try {
            record.shown()
                    .ifPresentOrElse(
                            resource -> index(record, resource), () -> writeBytes(operation("delete", record)));
        } catch (RuntimeException e) {
            count = before;
            throw e;
        }
        records.add(record);
    }

    private void index(CatalogueRecord record, LearningResource resource) {
        writeBytes(operation("index", record));
        try (JsonGenerator json = ResourceJson.mapper().createGenerator(this)) {
            documents.write(resource, record.passOn() == PassOn.NONE, json);
        }
        write('\n');
    }

    /** The number of the change is the version. */
    private static byte[] operation(String what, CatalogueRecord record) {
        return ("{\"" + what + "\":{\"_id\":\"" + record.id().value() + "\",\"version\":"
                        + record.number().value() + ",\"version_type\":\"external_gte\"}}\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    List<CatalogueRecord> records() {
        return records;
    }

    /** The same bytes, so nothing more can be added. */
    HttpEntity entity() {
        return new ByteArrayEntity(buf, 0, count, NDJSON);
    }
}

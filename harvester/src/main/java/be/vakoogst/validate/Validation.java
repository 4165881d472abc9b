package be.vakoogst.validate;

import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.run.PageTrial;
import be.vakoogst.standing.Lack;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What was read.
 *
 * @param resource as a pupil would find it; empty where no record can be made of it
 * @param fields what each statement gave
 * @param missing what it lacks, the costliest first
 * @param failures why there is no record, or what cost a part of it
 * @param notices faults that cost nothing yet
 */
record Validation(
        URI url,
        Optional<LearningResource> resource,
        List<Read> fields,
        List<Lack> missing,
        List<Failure> failures,
        List<RawRecord.Notice> notices) {

    private static final int LONGEST_VALUE = 300;

    /**
     * A field and where its value stood.
     *
     * @param value as JSON has it, at most its beginning
     * @param syntax the vocabulary, such as {@code json-ld}; {@code default}, {@code detected} and {@code made} are ours
     */
    record Read(String field, String value, String syntax, String where) {}

    static Validation of(URI url, PageTrial.Read read) {
        return new Validation(
                url,
                read.resource(),
                read.resource().map(Validation::fields).orElse(List.of()),
                read.resource().map(Validation::missing).orElse(List.of()),
                read.failures(),
                read.notices());
    }

    private static List<Read> fields(LearningResource resource) {
        JsonNode json = ResourceJson.mapper().valueToTree(resource);
        return resource.provenance().stream().map(each -> read(each, json)).toList();
    }

    private static Read read(Provenance each, JsonNode json) {
        JsonNode value = json.path(each.field());
        String text = value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
        return new Read(
                each.field(), text.substring(0, Math.min(LONGEST_VALUE, text.length())), each.syntax(), each.where());
    }

    private static List<Lack> missing(LearningResource resource) {
        return Arrays.stream(Lack.values()).filter(lack -> lack.isIn(resource)).toList();
    }
}

package be.vakoogst.oai;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.connector.Seen;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Fingerprint;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Reference;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From records and headers (section 2.5) to what is discovered. For one walk and one thread. */
final class OaiRecords {

    private final OaiDialogue repository;
    private final OaiSettings settings;
    private final Seen seen = new Seen();

    OaiRecords(OaiDialogue repository, OaiSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * What the records of one answer have in common.
     *
     * @param url the request whose answer it is
     */
    record Page(URI url, String format, Checkpoint resumeFrom) {}

    List<Discovered> read(XmlElement record, Page page) {
        Optional<XmlElement> header =
                record.name().equalsIgnoreCase("header") ? Optional.of(record) : record.first("header");
        String identifier = header.map(head -> head.textAt("identifier")).orElse("");
        if (identifier.isBlank()) {
            return List.of(new Discovered.Broken(new Failure(
                    page.url(), Stage.DISCOVER, Reason.UNREADABLE, "a record whose header has no identifier")));
        }
        if (header.filter(OaiRecords::isDeleted).isPresent()) {
            return List.of(new Discovered.Withdrawn(new ItemKey(identifier), page.url(), "deleted in the repository"));
        }
        String datestamp = header.map(head -> head.textAt("datestamp")).orElse("");
        if (!seen.add(identifier + " " + datestamp)) {
            return List.of();
        }
        return record.first("metadata")
                .flatMap(metadata -> metadata.children().stream().findFirst())
                .map(metadata -> item(identifier, header.orElseThrow(), metadata, page))
                .orElseGet(() -> List.of(new Discovered.Broken(
                        new Failure(page.url(), Stage.DISCOVER, Reason.UNREADABLE, identifier + " has no metadata"))));
    }

    /** A header of ListIdentifiers. */
    List<Discovered> present(XmlElement header) {
        String identifier = header.textAt("identifier");
        return identifier.isBlank() || isDeleted(header)
                ? List.of()
                : List.of(new Discovered.Present(new ItemKey(identifier), address(identifier, "oai_dc")));
    }

    private static boolean isDeleted(XmlElement header) {
        return header.attribute("status").strip().equalsIgnoreCase("deleted");
    }

    private URI address(String identifier, String format) {
        return repository.url("GetRecord", Map.of("identifier", identifier, "metadataPrefix", format));
    }

    private List<Discovered> item(String identifier, XmlElement header, XmlElement metadata, Page page) {
        List<Statement> statements = new ArrayList<>(MetadataReading.read(metadata, identifier));
        header.all("setSpec").forEach(set -> statements.addAll(sayings(set.wholeText(), identifier)));
        URI own = address(identifier, page.format());
        URI url = url(statements).or(() -> asAddress(identifier)).orElse(own);
        if (!repository.source().urls().want(url)) {
            return List.of();
        }
        RawRecord listed = new RawRecord(own, statements, List.of());
        return List.of(new Discovered.Found(new Item(
                new ItemKey(identifier),
                url,
                listed,
                Fingerprint.of(Optional.of(url), statements),
                Optional.empty(),
                page.resumeFrom())));
    }

    private static Optional<URI> url(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.field() == Field.URL)
                .flatMap(statement -> statement.value() instanceof Value.Link(URI url)
                        ? Optional.of(url).stream()
                        : Optional.<URI>empty().stream())
                .findFirst();
    }

    private Optional<URI> asAddress(String identifier) {
        return identifier.startsWith("http")
                ? Reference.resolve(repository.source().connector().url(), identifier)
                : Optional.empty();
    }

    private List<Statement> sayings(String set, String identifier) {
        Sayings sayings = new Sayings(Syntax.OAI, identifier);
        URI base = repository.source().connector().url();
        settings.saidBy(set.strip())
                .forEach(said -> said.forEach((field, values) -> values.forEach(value ->
                        sayings.plain(Field.valueOf(field.toUpperCase(Locale.ROOT)), value, base, "sets/" + set))));
        return sayings.all();
    }
}

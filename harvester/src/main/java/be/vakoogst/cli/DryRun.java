package be.vakoogst.cli;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.document.DocumentExtractor;
import be.vakoogst.document.Readers;
import be.vakoogst.extract.Extractor;
import be.vakoogst.failure.Failure;
import be.vakoogst.feed.FeedConnector;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.folder.FolderConnector;
import be.vakoogst.folder.Uploads;
import be.vakoogst.life.LinkCheck;
import be.vakoogst.listing.ListingConnector;
import be.vakoogst.normalise.Normaliser;
import be.vakoogst.oai.OaiConnector;
import be.vakoogst.page.PageExtractor;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.rest.RestConnector;
import be.vakoogst.run.Harvest;
import be.vakoogst.run.Harvested;
import be.vakoogst.run.Known;
import be.vakoogst.run.Making;
import be.vakoogst.run.Order;
import be.vakoogst.site.SiteConnector;
import be.vakoogst.sitemap.SitemapConnector;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.survey.FirstLook;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Vocabulary;
import be.vakoogst.video.Immersive;
import be.vakoogst.video.OembedExtractor;
import be.vakoogst.video.Players;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** The very flow of a real run, whose records are printed instead of accepted. Needs no Spring, database or engine. */
final class DryRun implements AutoCloseable {

    /** Writes on behind what is there, and leaves it to the writer when that goes out. */
    private static final ObjectWriter LINES = ResourceJson.mapper()
            .writerFor(LearningResource.class)
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);

    private final Fetcher fetcher;
    private final List<Connector> connectors;
    private final Readers readers;
    private final Harvest harvest;
    private final PrintWriter records;
    private final PrintWriter failures;
    private int failed;

    /**
     * @param records where each LearningResource goes, as JSON, one a line
     * @param failures where each failure goes, as JSON of url, stage, reason and detail, one a line
     */
    DryRun(Surroundings around, PrintWriter records, PrintWriter failures) {
        this.fetcher = Fetcher.open(DryRunSettings.fetch(around), InstantSource.system());
        this.readers = new Readers(DryRunSettings.document(around));
        this.connectors = connectors(around, fetcher);
        this.harvest = harvest(around, extractors(readers));
        this.records = records;
        this.failures = failures;
    }

    private static List<Extractor> extractors(Readers readers) {
        return List.of(
                new DocumentExtractor(readers),
                new PageExtractor(List.of(new Players(), new Immersive())),
                new OembedExtractor());
    }

    private Harvest harvest(Surroundings around, List<Extractor> extractors) {
        Classifier classifier = Classifier.of(Vocabulary.load(around.vocabularies()));
        Normaliser normaliser = Normaliser.with(around.vocabularies(), classifier);
        LinkCheck links = LinkCheck.by(fetcher, InstantSource.system(), url -> false);
        return new Harvest(connectors, new Making(fetcher, links, extractors, normaliser));
    }

    /** In the order in which an unknown address is tried: what is told by its beginning first. */
    static List<Connector> connectors(Surroundings around, Fetcher fetcher) {
        return List.of(
                new SitemapConnector(fetcher),
                new OaiConnector(fetcher, InstantSource.system()),
                new FeedConnector(fetcher),
                new SiteConnector(fetcher),
                new ListingConnector(fetcher),
                new RestConnector(fetcher, InstantSource.system()),
                new FolderConnector(new Uploads(DryRunSettings.upload(around))));
    }

    /** Finds out how addresses are harvested; what it asked for is not asked for again by {@link #run}. */
    FirstLook firstLook(Politeness pace) {
        return new FirstLook(fetcher, connectors, pace);
    }

    /** Harvests one source. */
    void run(Source source) {
        Order order = new Order(source, Scope.FULL, Checkpoint.START, Known.Nothing.KNOWN, listed -> {});
        try (Stream<Harvested> stream = harvest.harvest(order)) {
            stream.forEachOrdered(this::print);
        }
        records.flush();
        failures.flush();
    }

    /** How many items or parts of lists failed, or lost their page, so far. */
    int failed() {
        return failed;
    }

    private void print(Harvested harvested) {
        switch (harvested) {
            case Harvested.Made made -> {
                LINES.writeValue(records, made.resource());
                records.write('\n');
                made.partial().ifPresent(this::print);
            }
            case Harvested.Failed(var _, Failure failure) -> print(failure);
            case Harvested.Broken(Failure failure) -> print(failure);
            case Harvested.Untouched _ -> {}
            case Harvested.Gone _ -> {}
            case Harvested.Listed _ -> {}
            case Harvested.NothingNew _ -> {}
            case Harvested.Present _ -> {}
            case Harvested.RestUnchanged() -> {}
            case Harvested.ListComplete() -> {}
            case Harvested.Rhythm _ -> {}
            case Harvested.Went() -> {}
        }
    }

    private void print(Failure failure) {
        failed++;
        failures.println(ResourceJson.mapper().writeValueAsString(failure));
    }

    @Override
    public void close() {
        fetcher.close();
        readers.close();
    }
}

package be.vakoogst.operate.console;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.index.EngineAway;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.search.Finds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Resources by their words, as the search page finds them. */
@Component
class FoundResources {

    private static final Logger LOG = LoggerFactory.getLogger(FoundResources.class);

    private final Finds finds;
    private final Catalogue catalogue;

    FoundResources(Finds finds, Catalogue catalogue) {
        this.finds = finds;
        this.catalogue = catalogue;
    }

    record Found(ResourceId id, String title, SourceId source) {

        static Found of(LearningResource resource) {
            return new Found(
                    resource.id(), resource.title(), resource.origin().source().id());
        }
    }

    /** The best first. While the engine is away there are none, and the rest of a page still helps. */
    List<Found> of(String words, int limit, Locale locale) {
        try {
            Map<String, String[]> asked = Map.of("q", new String[] {words}, "sort", new String[] {"relevance"});
            return finds.newest(asked, limit, locale).stream()
                    .map(catalogue::find)
                    .flatMap(Optional::stream)
                    .map(CatalogueRecord::resource)
                    .flatMap(Optional::stream)
                    .map(Found::of)
                    .toList();
        } catch (EngineAway away) {
            LOG.warn("resources cannot be found: {}", away.getMessage());
            return List.of();
        }
    }
}

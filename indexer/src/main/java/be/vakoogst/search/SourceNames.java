package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.resource.SourceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** What sources are called, by what they delivered; so that it holds on every node, and for a source that is no longer set up. */
class SourceNames {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Catalogue catalogue;
    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    SourceNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The id itself where nothing of it is in the catalogue. */
    String of(String id) {
        return names.get(id, this::stored);
    }

    private String stored(String id) {
        return catalogue
                .anyOf(new SourceId(id))
                .flatMap(CatalogueRecord::resource)
                .map(resource -> resource.origin().source().name())
                .orElse(id);
    }
}

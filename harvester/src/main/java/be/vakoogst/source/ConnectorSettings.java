package be.vakoogst.source;

import java.net.URI;
import java.util.Map;

/**
 * Which connector reads a source, and what it is told.
 *
 * @param type the connector: feed, sitemap, site, listing, oai, rest, folder
 * @param options the connector's own keys as they stand in the YAML, already checked by the schema; each connector binds them to its own record
 */
public record ConnectorSettings(String type, URI url, Map<String, Object> options) {

    public ConnectorSettings {
        options = Map.copyOf(options);
    }
}

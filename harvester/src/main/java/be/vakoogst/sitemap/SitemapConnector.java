package be.vakoogst.sitemap;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.xml.XmlText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads sitemaps. They are asked for anew at each run, as they tell which of many pages changed; a page that did not is not asked for. */
public class SitemapConnector implements Connector {

    private static final Pattern ROOT = Pattern.compile("(?i)<(\\w+:)?(urlset|sitemapindex)[\\s>]");

    private final Fetcher fetcher;

    public SitemapConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String type() {
        return "sitemap";
    }

    @Override
    public Optional<Map<String, Object>> howToRead(Fetched.Fresh found) {
        return XmlText.hasRoot(found, ROOT) ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        return Discovered.inSteps(new SitemapWalk(fetcher, discovery));
    }
}

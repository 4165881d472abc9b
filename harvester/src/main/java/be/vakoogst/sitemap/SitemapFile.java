package be.vakoogst.sitemap;

import be.vakoogst.connector.Discovered;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import be.vakoogst.xml.XmlBroken;
import be.vakoogst.xml.XmlElement;
import be.vakoogst.xml.XmlPull;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One sitemap or index being read, some entries at a time. For one thread. */
final class SitemapFile {

    private static final int AT_A_STEP = 500;

    /** sitemaps.org, "Sitemap file": no more than 50,000 URLs; what breaks that by a little is still read. */
    private static final int MOST_ENTRIES = 500_000;

    private final URI url;
    private final int nesting;
    private final Iterator<XmlElement> entries;
    private final SitemapEntry reading;
    private final Source source;
    private final List<URI> nested = new ArrayList<>();
    private int count;
    private int foreign;

    SitemapFile(URI asked, int nesting, URI url, Iterator<XmlElement> entries, boolean lastmodTells, Source source) {
        this.url = url;
        this.nesting = nesting;
        this.entries = entries;
        this.source = source;
        this.reading = new SitemapEntry(asked, lastmodTells);
    }

    static SitemapFile ofXml(URI asked, int nesting, URI url, String text, Source source) {
        return new SitemapFile(asked, nesting, url, new Elements(XmlPull.over(text)), LastModified.tells(text), source);
    }

    /** A sitemap of plain lines. */
    static SitemapFile ofLines(URI asked, int nesting, URI url, String text, Source source) {
        Iterator<XmlElement> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new XmlElement(
                        "url",
                        java.util.Map.of(),
                        List.of(new XmlElement("loc", java.util.Map.of(), List.of(), line)),
                        ""))
                .iterator();
        return new SitemapFile(asked, nesting, url, lines, false, source);
    }

    int nesting() {
        return nesting;
    }

    /** The sitemaps that were named since this was last asked. */
    List<URI> takeNested() {
        List<URI> taken = List.copyOf(nested);
        nested.clear();
        return taken;
    }

    /** Adds the next entries; false when there are no more. */
    boolean some(List<Discovered> found) {
        try {
            for (int taken = 0; taken < AT_A_STEP; taken++) {
                if (!entries.hasNext()) {
                    foreign(found);
                    return false;
                }
                take(entries.next(), found);
            }
            return withinLimit(found);
        } catch (XmlBroken e) {
            found.add(broken(Reason.UNREADABLE, e.getMessage()));
            return false;
        }
    }

    private boolean withinLimit(List<Discovered> found) {
        if (count > MOST_ENTRIES) {
            found.add(broken(Reason.TOO_MANY, "more than " + MOST_ENTRIES + " entries"));
            return false;
        }
        return true;
    }

    private void take(XmlElement entry, List<Discovered> found) {
        count++;
        String location = entry.textAt("loc");
        Optional<URI> target = Reference.resolve(url, location);
        if (target.isEmpty()) {
            found.add(broken(Reason.BAD_URL, "entry " + count + ": '" + location + "' is no address"));
        } else if (entry.name().equalsIgnoreCase("sitemap")) {
            nested.add(target.get());
        } else if (isForeign(target.get())) {
            foreign++;
        } else if (source.urls().want(target.get())) {
            found.add(reading.found(entry, target.get()));
        }
    }

    /** A sitemap speaks for its own host only (sitemaps.org, "Sitemap file location"), unless the operator named the other. */
    private boolean isForeign(URI target) {
        boolean named = !source.urls().include().isEmpty() && source.urls().want(target);
        return !named && !bare(target).equals(bare(url));
    }

    private static String bare(URI url) {
        String authority = url.getRawAuthority().toLowerCase(Locale.ROOT);
        return authority.startsWith("www.") ? authority.substring(4) : authority;
    }

    private void foreign(List<Discovered> found) {
        if (foreign > 0) {
            found.add(broken(Reason.FOREIGN_HOST, foreign + " entries belong to other hosts"));
        }
    }

    private Discovered broken(Reason reason, String detail) {
        return new Discovered.Broken(new Failure(url, Stage.DISCOVER, reason, detail));
    }

    /** The entries of the document, pulled one by one. */
    private static final class Elements implements Iterator<XmlElement> {

        private final XmlPull xml;
        private boolean pulled;
        private boolean there;

        private Elements(XmlPull xml) {
            this.xml = xml;
        }

        @Override
        public boolean hasNext() {
            if (!pulled) {
                pulled = true;
                there = toNext();
            }
            return there;
        }

        private boolean toNext() {
            for (Optional<String> name = xml.next(); name.isPresent(); name = xml.next()) {
                if (name.get().equalsIgnoreCase("url") || name.get().equalsIgnoreCase("sitemap")) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public XmlElement next() {
            pulled = false;
            return xml.element();
        }
    }
}

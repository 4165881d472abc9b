package be.vakoogst.sitemap;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Seen;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import be.vakoogst.xml.XmlBroken;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One sitemap or index being read, some entries at a time. For one thread. */
final class SitemapFile {

    private static final int AT_A_STEP = 500;

    /** sitemaps.org, "Sitemap file": no more than 50,000 URLs; what breaks that by a little is still read. */
    private static final int MOST_ENTRIES = 500_000;

    private final Place place;
    private final URI url;
    private final Iterator<XmlElement> entries;
    private final SitemapEntry reading;
    private final Judge judge;
    private final List<URI> nested = new ArrayList<>();
    private int count;
    private int foreign;

    /**
     * Where a file stands among the others.
     *
     * @param named the file that a source or robots.txt names, by which this one was found; itself, where it is named
     * @param nesting how many indices stand between
     * @param guessed whether nobody named it
     */
    record Place(URI url, URI named, int nesting, boolean guessed) {

        static Place named(URI url) {
            return new Place(url, url, 0, false);
        }

        static Place guessed(URI url) {
            return new Place(url, url, 0, true);
        }

        Place nested(URI below) {
            return new Place(below, named, nesting + 1, false);
        }
    }

    /** What holds for all files of a walk. */
    record Judge(Source source, Hosts hosts, Seen pages) {}

    /** @param url where the file really lies, behind redirects */
    private SitemapFile(Place place, URI url, Iterator<XmlElement> entries, boolean lastmodTells, Judge judge) {
        this.place = place;
        this.url = url;
        this.entries = entries;
        this.judge = judge;
        this.reading = new SitemapEntry(place.url(), lastmodTells);
    }

    static SitemapFile ofXml(Place place, URI url, String text, Judge judge) {
        return new SitemapFile(place, url, Entries.ofXml(text), LastModified.tells(text), judge);
    }

    static SitemapFile ofLines(Place place, URI url, String text, Judge judge) {
        return new SitemapFile(place, url, Entries.ofLines(text), false, judge);
    }

    Place place() {
        return place;
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
            found.add(broken(Reason.UNREADABLE, String.valueOf(e.getMessage())));
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
        Optional<URI> target = Reference.resolve(url, Reference.withoutPlace(location));
        if (target.isEmpty()) {
            found.add(broken(Reason.BAD_URL, "entry " + count + ": '" + location + "' is no address"));
        } else if (entry.name().equalsIgnoreCase("sitemap")) {
            nested.add(target.get());
        } else if (!judge.hosts().maySpeak(url, place.named(), target.get())) {
            foreign++;
        } else if (isWanted(target.get()) && judge.pages().add(target.get().toString())) {
            found.add(reading.found(entry, target.get()));
        }
    }

    /** A front page shows what is new elsewhere and is nothing to learn from, unless the operator names it as an item. */
    private boolean isWanted(URI page) {
        boolean front = (page.getRawPath() == null || page.getRawPath().length() <= 1) && page.getRawQuery() == null;
        return judge.source().urls().want(page)
                && !(front && judge.source().urls().include().isEmpty());
    }

    private void foreign(List<Discovered> found) {
        if (foreign > 0) {
            found.add(broken(Reason.FOREIGN_HOST, foreign + " entries belong to other hosts"));
        }
    }

    private Discovered broken(Reason reason, String detail) {
        return new Discovered.Broken(new Failure(url, Stage.DISCOVER, reason, detail));
    }
}

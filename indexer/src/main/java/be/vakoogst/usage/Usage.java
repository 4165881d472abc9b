package be.vakoogst.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts searches and clicks. Counting takes no time of who asks: it is written down a moment later, and what a crash loses are the counts of that
 * moment. Safe for many threads.
 */
public class Usage {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_QUERIES = 10_000;
    private static final int MOST_CLICKED = 100_000;

    /** Of a trade, or none: filters come as they were typed. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{0,64}");

    private final Tally tally;
    private final UsageTable table;
    /** Most queries are none of these, and need no look into the database. The key is how many there may be. */
    private final LoadingCache<Integer, Set<String>> clicked;

    private final Cache<String, Map<String, Double>> clicks = Caffeine.newBuilder()
            .maximumSize(MOST_QUERIES)
            .expireAfterWrite(FRESH)
            .build();

    Usage(Tally tally, UsageTable table) {
        this.tally = tally;
        this.table = table;
        this.clicked = Caffeine.newBuilder().refreshAfterWrite(FRESH).build(table::clicked);
    }

    /**
     * Somebody searched.
     *
     * @param trades that the words are about or were chosen; counted under each, or under the empty one
     */
    public void searched(String words, List<String> trades, long total) {
        String query = Query.of(words);
        for (String trade : trades.isEmpty() ? List.of("") : trades) {
            if (ID.matcher(trade).matches()) {
                tally.searched(query, trade, total == 0);
            }
        }
    }

    /** Somebody opened a resource. @param words of the search it was found by; empty when there was none */
    public void clicked(String words, String resourceId) {
        tally.clicked(Query.of(words), resourceId);
    }

    /** The resources most often opened after a query, each with its share of the clicks; none where few have clicked. New clicks count within minutes. */
    public Map<String, Double> clicks(String words) {
        String query = Query.of(words);
        return clicked.get(MOST_CLICKED).contains(query) ? clicks.get(query, table::shares) : Map.of();
    }

    /** Queries that begin so, were asked several times and found something; most asked first. */
    public List<String> asked(String start, int most) {
        String query = Query.of(start);
        return query.isEmpty() ? List.of() : table.asked(query, most);
    }

    /** Somebody opened a resource's own page. */
    public void viewed(String resourceId) {
        tally.viewed(resourceId);
    }

    /** @param of the id of a resource or a trade */
    public record Use(String of, long views, long clicks) {}

    /** How often each of these resources was looked at and opened since a day; those that were not are left out. */
    public List<Use> of(Collection<String> resourceIds, LocalDate from) {
        return table.uses(resourceIds, from);
    }

    /** The same of all that these sources offer, by trade; the most opened first. */
    public List<Use> byTrade(Collection<String> sources, LocalDate from) {
        return table.usesByTrade(sources, from);
    }

    /** A query that found nothing, and how often. */
    public record Unmet(String query, long searches) {}

    /** What several searched for under these trades since a day, and nobody found; most asked first. */
    public List<Unmet> unmet(Collection<String> trades, LocalDate from, int most) {
        return table.unmet(trades, from, most);
    }

    /** What was searched, by trade, in the days from one to another. */
    public Map<String, Demand> demand(LocalDate from, LocalDate to) {
        return table.demand(from, to);
    }

    /** What was asked about a trade in the days from one to another, most often without result first; what few asked is together under no words. */
    public List<Asked> asked(String trade, LocalDate from, LocalDate to) {
        return table.askedAbout(trade, from, to);
    }

    /**
     * Searches about a trade.
     *
     * @param withoutResult how many of them found nothing
     */
    public record Demand(long searches, long withoutResult) {

        public static final Demand NONE = new Demand(0, 0);
    }

    /** A query and how often it was asked; the words are empty for those that few asked. */
    public record Asked(String query, long searches, long withoutResult) {}
}

package be.vakoogst.run;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * The story of a harvest: discover → fetch → extract → normalise. What is accepted, printed or previewed is decided by who pulls the stream.
 * Nothing is held but a window of items; each item's work is bounded by the limits of {@code fetch}.
 */
public class Harvest {

    /** Portions in work at the same time; how many of them may ask one host is decided by politeness. */
    private static final int IN_WORK = 32;

    /** Items of one portion: what is made waits in memory until it is written, and what waits long costs full collections. */
    private static final int TOGETHER = 16;

    private final Map<String, Connector> connectors;
    private final Making making;

    public Harvest(List<Connector> connectors, Making making) {
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::type, Function.identity()));
        this.making = making;
    }

    /** Everything the source offers, in the order of its list, lazily. Closing the stream ends the harvest. */
    public Stream<Harvested> harvest(Order order) {
        return harvest(order, IN_WORK);
    }

    /** The same, with at most so many portions in work: as few as may ask a host at once ask it in the order of the list. */
    Stream<Harvested> harvest(Order order, int inWork) {
        return connector(order)
                .discover(order.discovery())
                .gather(Windows.gathered())
                .flatMap(window -> portions(recall(window, order)).stream())
                .gather(Gatherers.mapConcurrent(inWork, portion -> perform(portion, order)))
                .flatMap(List::stream);
    }

    private Connector connector(Order order) {
        String type = order.source().connector().type();
        return Optional.ofNullable(connectors.get(type))
                .orElseThrow(() -> new IllegalArgumentException("source %s: connector.type is %s, and there are only %s"
                        .formatted(order.source().id(), type, connectors.keySet())));
    }

    private List<Work> recall(List<Discovered> window, Order order) {
        List<ItemKey> keys = window.stream().flatMap(Harvest::named).distinct().toList();
        order.listed().accept(keys.size());
        Map<ItemKey, Known.KnownItem> known =
                keys.isEmpty() ? Map.of() : order.known().items(keys);
        return window.stream().map(discovered -> new Work(discovered, known)).toList();
    }

    /** What asks a publisher stands alone, as it may take long; of what lies between, handing over each by itself would take longer than doing it. */
    private static List<List<Work>> portions(List<Work> window) {
        List<List<Work>> portions = new ArrayList<>();
        boolean together = false;
        for (Work work : window) {
            if (!together || work.asks() || portions.getLast().size() == TOGETHER) {
                portions.add(new ArrayList<>());
            }
            portions.getLast().add(work);
            together = !work.asks();
        }
        return portions;
    }

    private static Stream<ItemKey> named(Discovered discovered) {
        return switch (discovered) {
            case Discovered.Found(Item item, var _) -> Stream.of(item.key());
            case Discovered.Present(var key, var _) -> Stream.of(key);
            case Discovered.Withdrawn(var key, var _, var _) -> Stream.of(key);
            default -> Stream.empty();
        };
    }

    private List<Harvested> perform(List<Work> portion, Order order) {
        List<Harvested> done = new ArrayList<>();
        portion.forEach(work -> perform(work, order).ifPresent(done::add));
        return done;
    }

    private Optional<Harvested> perform(Work work, Order order) {
        return switch (work.discovered()) {
            case Discovered.Found(Item item, var read)
            when read.isPresent() -> making.make(work.known(item), work.past(item), read.get(), order);
            case Discovered.Found(Item item, var _) -> making.make(work.known(item), work.past(item), order);
            case Discovered.Withdrawn(var key, var listedIn, var reason) ->
                work.past(key).map(past -> new Harvested.Gone(past.key(), listedIn, reason));
            case Discovered.Broken(var failure) -> Optional.of(new Harvested.Broken(failure));
            case Discovered.Listed(var url, var validators) -> Optional.of(new Harvested.Listed(url, validators));
            case Discovered.Unchanged(var url, var validators) ->
                Optional.of(new Harvested.NothingNew(url, validators));
            case Discovered.Present(var key, var url) ->
                work.past(key).map(past -> new Harvested.Present(past.key(), url));
            case Discovered.RestUnchanged() -> Optional.of(new Harvested.RestUnchanged());
            case Discovered.Complete() -> Optional.of(new Harvested.ListComplete());
            case Discovered.Rhythm(var every) -> Optional.of(new Harvested.Rhythm(every));
            case Discovered.Went() -> Optional.of(new Harvested.Went());
        };
    }

    private record Work(Discovered discovered, Map<ItemKey, Known.KnownItem> known) {

        /** An item that its source calls otherwise now is the one it was. */
        Item known(Item item) {
            return past(item).map(past -> item.named(past.key())).orElse(item);
        }

        boolean asks() {
            return discovered instanceof Discovered.Found(Item item, var read)
                    && item.page().isPresent()
                    && read.isEmpty();
        }

        Optional<Known.KnownItem> past(Item item) {
            return past(item.key());
        }

        Optional<Known.KnownItem> past(ItemKey key) {
            return Optional.ofNullable(known.get(key));
        }
    }
}

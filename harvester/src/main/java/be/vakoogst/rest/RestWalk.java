package be.vakoogst.rest;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One walk along a listing, part by part; each step is a request. For one thread. */
final class RestWalk implements Iterator<List<Discovered>> {

    /** A listing that shifts while it is read is read again, but not for ever. */
    private static final int MOST_READINGS = 3;

    private final Discovery discovery;
    private final RestSettings settings;
    private final RestDialogue dialogue;
    private final RestItems items;
    private final URI listing;
    private final Instant now;
    private final Optional<Instant> since;
    private final Set<URI> asked = new HashSet<>();
    private final Deque<RestOrder.Part> doubtful = new ArrayDeque<>();
    private RestParts parts;
    private RestOrder order = new RestOrder();
    private Optional<URI> next;
    private int readings = 1;
    private boolean comparing;
    private boolean broken;
    private boolean ended;

    RestWalk(Fetcher fetcher, Discovery discovery, InstantSource clock) {
        this.discovery = discovery;
        this.settings = RestSettings.of(discovery.source().connector());
        this.dialogue = new RestDialogue(fetcher, discovery.source(), settings);
        this.items = new RestItems(settings, discovery.source(), dialogue::detail);
        this.listing = discovery.source().connector().url();
        this.now = clock.instant();
        this.since = since();
        this.parts = new RestParts(listing, changedSince(), settings.paging());
        this.next = Optional.of(parts.first());
    }

    private Optional<Instant> since() {
        return settings.since()
                .filter(wanted -> discovery.scope() == Scope.INCREMENTAL)
                .flatMap(wanted -> discovery.remembered().apply(listing))
                .flatMap(Validators::lastModified)
                .map(Instant::parse);
    }

    private Map<String, String> changedSince() {
        return since.flatMap(last -> settings.since().map(asking -> Map.of(asking.parameter(), asking.date(last))))
                .orElse(Map.of());
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public List<Discovered> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        if (next.isEmpty()) {
            return lookAgain(doubtful.remove());
        }
        URI url = next.get();
        next = Optional.empty();
        asked.add(url);
        return switch (dialogue.ask(url)) {
            case Answer.Tree tree -> read(tree, url);
            case Answer.None(Failure failure) -> isBeyondTheEnd(failure) ? endOfReading() : breakOff(failure);
        };
    }

    /** WordPress answers 400 to the page behind its last, others 404. */
    private boolean isBeyondTheEnd(Failure failure) {
        boolean saysSo = failure.reason() == Reason.CLIENT_ERROR || failure.reason() == Reason.NOT_FOUND;
        return settings.paging().style().counts() && asked.size() > 1 && saysSo;
    }

    private List<Discovered> read(Answer.Tree tree, URI url) {
        JsonNode place = tree.root().at(Pointers.stem(settings.items()));
        boolean isText =
                place.isValueNode() && !place.isNull() && !place.asString("").isBlank();
        if (isText || place.isMissingNode() && !saysThatNothingIsThere(tree)) {
            return asked.size() > 1
                    ? endOfReading()
                    : breakOff(failure(
                            url, Reason.WRONG_TYPE, "there is no list at '" + settings.items() + "' in the answer"));
        }
        List<JsonNode> members = Pointers.at(tree.root(), settings.items())
                .filter(member -> !member.isValueNode() || !member.asString("").isBlank())
                .toList();
        order.read(
                url,
                parts.goByPlace(url),
                items.keys(members),
                settings.paging().totalIn(tree));
        return order.saysTheSameAgain() && settings.paging().style().counts()
                ? endOfReading()
                : handOver(members, tree, url);
    }

    /** By a count of nought; or in XML, where a list without members is not there, by all that stands around it. */
    private boolean saysThatNothingIsThere(Answer.Tree tree) {
        String pointer = Pointers.stem(settings.items());
        JsonNode around = tree.root().at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
        return tree.hidesEmptyLists() && !around.isMissingNode()
                || settings.paging().totalIn(tree).filter("0"::equals).isPresent();
    }

    private List<Discovered> handOver(List<JsonNode> members, Answer.Tree tree, URI url) {
        List<Discovered> found = new ArrayList<>();
        Map<ItemKey, String> told = told(members);
        members.forEach(member -> found.addAll(comparing ? items.present(member, url) : items.read(member, url, told)));
        Optional<URI> following = parts.after(tree, url, members.size());
        if (following.isEmpty() || members.isEmpty() && following.get().equals(url)) {
            found.addAll(endOfReading());
        } else {
            objection(following.get())
                    .ifPresentOrElse(
                            why -> found.addAll(breakOff(failure(url, Reason.TOO_MANY, why))), () -> next = following);
        }
        return found;
    }

    /** Worth knowing where it saves requests. */
    private Map<ItemKey, String> told(List<JsonNode> members) {
        return settings.detail().isPresent() && !comparing && discovery.scope() == Scope.INCREMENTAL
                ? discovery.fingerprints().apply(RestItems.known(items.keys(members)))
                : Map.of();
    }

    private Optional<String> objection(URI following) {
        if (asked.contains(following)) {
            return Optional.of("the list goes in circles: its next part came before");
        }
        if (order.hasNoEnd()) {
            return Optional.of("the same items come again and again: the list has no end");
        }
        return asked.size() >= settings.paging().limit()
                ? Optional.of("more than " + settings.paging().limit() + " parts")
                : Optional.empty();
    }

    private List<Discovered> endOfReading() {
        doubtful.addAll(order.doubtful());
        if (order.shifted()) {
            return readAgain();
        }
        return doubtful.isEmpty() ? conclude() : List.of();
    }

    private List<Discovered> lookAgain(RestOrder.Part part) {
        return switch (dialogue.ask(part.url())) {
            case Answer.Tree tree -> {
                List<JsonNode> members =
                        Pointers.at(tree.root(), settings.items()).toList();
                if (items.keys(members).hashCode() != part.keys()) {
                    yield readAgain();
                }
                yield doubtful.isEmpty() ? conclude() : List.of();
            }
            case Answer.None(Failure failure) -> breakOff(failure);
        };
    }

    private List<Discovered> readAgain() {
        doubtful.clear();
        if (readings++ >= MOST_READINGS) {
            return breakOff(failure(
                    listing,
                    Reason.UNREADABLE,
                    "the list shifted each of the " + MOST_READINGS + " times it was read"));
        }
        begin();
        return List.of();
    }

    private void begin() {
        asked.clear();
        order = new RestOrder();
        next = Optional.of(parts.first());
    }

    private List<Discovered> conclude() {
        Optional<URI> whole = since.flatMap(last -> settings.since()).flatMap(RestSettings.Since::compare);
        if (comparing || since.isEmpty()) {
            ended = true;
            return List.of(listed(), new Discovered.Complete());
        }
        if (whole.isEmpty()) {
            ended = true;
            return List.of(listed(), new Discovered.RestUnchanged());
        }
        comparing = true;
        readings = 1;
        parts = new RestParts(whole.get(), Map.of(), settings.paging());
        begin();
        return List.of();
    }

    private Discovered listed() {
        return new Discovered.Listed(
                listing,
                new Validators(Optional.empty(), Optional.of(now.toString()), Optional.empty(), Optional.empty()));
    }

    private List<Discovered> breakOff(Failure failure) {
        ended = true;
        List<Discovered> found = new ArrayList<>(List.of(new Discovered.Broken(failure)));
        if (since.isPresent()) {
            found.add(new Discovered.RestUnchanged());
        }
        return found;
    }

    private static Failure failure(URI url, Reason reason, String detail) {
        return new Failure(url, Stage.DISCOVER, reason, detail);
    }
}

package be.vakoogst.rest;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Credentials;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One walk along a listing, part by part. For one thread. */
final class RestWalk implements Iterator<List<Discovered>> {

    /** A list that shifts while it is counted through is read again, but not for ever. */
    private static final int MOST_READINGS = 3;

    private static final Pattern NEXT_LINK = Pattern.compile("<([^>]+)>\\s*;[^,]*\\brel\\s*=\\s*\"?next\\b");

    private final Fetcher fetcher;
    private final Discovery discovery;
    private final RestSettings settings;
    private final RestItems items;
    private final URI listing;
    private final Instant now;
    private final Optional<Instant> since;
    private final Set<URI> asked = new HashSet<>();
    private Credentials credentials = Credentials.NONE;
    private Optional<URI> next;
    private List<String> firstKeys = List.of();
    private int count;
    private int readings = 1;
    private int parts;
    private boolean admitted;
    private boolean broken;

    RestWalk(Fetcher fetcher, Discovery discovery, InstantSource clock) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = RestSettings.of(discovery.source().connector());
        this.items = new RestItems(settings, discovery.source(), this::detail);
        this.listing = discovery.source().connector().url();
        this.now = clock.instant();
        this.since = settings.since()
                .filter(wanted -> discovery.scope() == Scope.INCREMENTAL)
                .flatMap(wanted -> discovery.remembered().apply(listing))
                .flatMap(Validators::lastModified)
                .map(Instant::parse);
        this.count = settings.paging().start();
        this.next = Optional.of(first());
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public List<Discovered> next() {
        URI url = next.orElseThrow(NoSuchElementException::new);
        next = Optional.empty();
        if (!admitted) {
            switch (Access.to(listing, settings.auth(), fetcher)) {
                case Access.Granted(Credentials granted) -> credentials = granted;
                case Access.Denied(Failure failure) -> {
                    return broken(failure);
                }
            }
            admitted = true;
        }
        asked.add(url);
        return switch (ask(url)) {
            case Answer.Tree tree -> read(tree, url);
            case Answer.None(Failure failure) -> beyondTheEnd(failure) ? ended() : broken(failure);
        };
    }

    /** WordPress answers 400 to the page behind its last. */
    private boolean beyondTheEnd(Failure failure) {
        boolean saysSo = failure.reason() == Reason.CLIENT_ERROR || failure.reason() == Reason.NOT_FOUND;
        return settings.paging().style().counts() && parts > 0 && saysSo;
    }

    private Answer ask(URI url) {
        FetchRequest request = FetchRequest.of(
                        url, FetchRequest.Wanted.JSON, discovery.source().politeness())
                .as(credentials);
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> Answer.read(fresh);
            case Fetched.NotModified(var _, var _) ->
                new Answer.None(new Failure(url, Stage.DISCOVER, Reason.EMPTY, "304 to a request without validators"));
            case Fetched.Gone(Failure failure) -> new Answer.None(failure);
            case Fetched.Refused(Failure failure) -> new Answer.None(failure);
            case Fetched.Failed(Failure failure) -> new Answer.None(failure);
        };
    }

    private Answer detail(JsonNode item) {
        return settings.detail()
                .flatMap(template -> Pointers.filled(template, item))
                .flatMap(text -> Reference.resolve(listing, text))
                .map(this::ask)
                .orElseGet(() -> new Answer.None(
                        new Failure(listing, Stage.DISCOVER, Reason.NO_URL, "detail: the item has not all it needs")));
    }

    private List<Discovered> read(Answer.Tree tree, URI url) {
        JsonNode place = tree.root().at(settings.items());
        if (place.isMissingNode()
                || place.isValueNode() && !place.isNull() && !place.asString("").isBlank()) {
            return parts == 0
                    ? broken(new Failure(
                            url,
                            Stage.DISCOVER,
                            Reason.WRONG_TYPE,
                            "there is no list at '" + settings.items() + "' in the answer"))
                    : ended();
        }
        List<JsonNode> members = Pointers.at(tree.root(), settings.items())
                .filter(JsonNode::isObject)
                .toList();
        parts++;
        if (parts == 1 || readings > 1 && firstKeys.isEmpty()) {
            firstKeys = items.keys(members);
        }
        List<Discovered> found = new ArrayList<>();
        members.forEach(member -> found.addAll(items.read(member, url)));
        goOn(tree, url, members, found);
        return found;
    }

    private void goOn(Answer.Tree tree, URI url, List<JsonNode> members, List<Discovered> found) {
        next = following(tree, url, members);
        if (next.isPresent() && asked.contains(next.get())) {
            next = Optional.empty();
            found.addAll(broken(new Failure(
                    url, Stage.DISCOVER, Reason.TOO_MANY, "the list goes in circles: its next part came before")));
        } else if (next.isPresent() && parts >= settings.paging().limit()) {
            next = Optional.empty();
            found.addAll(broken(new Failure(
                    url,
                    Stage.DISCOVER,
                    Reason.TOO_MANY,
                    "more than " + settings.paging().limit() + " parts")));
        } else if (next.isEmpty()) {
            found.addAll(ended());
        }
    }

    private Optional<URI> following(Answer.Tree tree, URI url, List<JsonNode> members) {
        Paging paging = settings.paging();
        return switch (paging.style()) {
            case NONE -> Optional.empty();
            case PAGE -> members.isEmpty() ? Optional.empty() : counted(1);
            case OFFSET -> members.isEmpty() ? Optional.empty() : counted(members.size());
            case CURSOR ->
                Pointers.text(tree.root(), paging.at()).map(cursor -> with(first(), paging.parameter(), cursor));
            case LINK -> tree.header("link").flatMap(RestWalk::nextLink).flatMap(text -> Reference.resolve(url, text));
            case NEXT -> Pointers.text(tree.root(), paging.at()).flatMap(text -> Reference.resolve(url, text));
        };
    }

    private Optional<URI> counted(int more) {
        count += more;
        return Optional.of(with(listing(), settings.paging().parameter(), Integer.toString(count)));
    }

    private static Optional<String> nextLink(String header) {
        Matcher matcher = NEXT_LINK.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private URI first() {
        Paging paging = settings.paging();
        return paging.style().counts() && paging.start() != 0 || paging.style() == Paging.Style.OFFSET
                ? with(listing(), paging.parameter(), Integer.toString(paging.start()))
                : listing();
    }

    /** The listing's address with what stays the same for each part. */
    private URI listing() {
        Paging paging = settings.paging();
        URI sized = paging.sizeParameter()
                .map(parameter -> with(listing, parameter, Integer.toString(paging.size())))
                .orElse(listing);
        return since.flatMap(instant ->
                        settings.since().map(wanted -> with(sized, wanted.parameter(), date(wanted, instant))))
                .orElse(sized);
    }

    /** An hour before the last run began: clocks differ and writes take time. */
    private static String date(RestSettings.Since since, Instant instant) {
        Instant from = instant.minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return since.format()
                .map(format -> DateTimeFormatter.ofPattern(format).format(from.atOffset(ZoneOffset.UTC)))
                .orElse(from.toString());
    }

    private static URI with(URI url, String parameter, String value) {
        String name = Pattern.quote(parameter);
        String bare =
                url.toString().replaceFirst("([?&])" + name + "=[^&#]*&?", "$1").replaceFirst("[?&]$", "");
        return URI.create(bare + (bare.contains("?") ? "&" : "?") + parameter + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** At the end the first part is looked at once more: if it is another one now, items may have moved past us. */
    private List<Discovered> ended() {
        if (settings.paging().style().counts() && parts > 1 && readings < MOST_READINGS && shifted()) {
            readings++;
            parts = 0;
            asked.clear();
            count = settings.paging().start();
            firstKeys = List.of();
            next = Optional.of(first());
            return List.of();
        }
        if (broken) {
            return List.of();
        }
        Validators until =
                new Validators(Optional.empty(), Optional.of(now.toString()), Optional.empty(), Optional.empty());
        return List.of(
                new Discovered.Listed(listing, until),
                since.isPresent() ? new Discovered.RestUnchanged() : new Discovered.Complete());
    }

    private boolean shifted() {
        return switch (ask(first())) {
            case Answer.Tree tree ->
                !items.keys(Pointers.at(tree.root(), settings.items()).toList()).equals(firstKeys);
            case Answer.None _ -> false;
        };
    }

    private List<Discovered> broken(Failure failure) {
        broken = true;
        return List.of(new Discovered.Broken(failure));
    }
}

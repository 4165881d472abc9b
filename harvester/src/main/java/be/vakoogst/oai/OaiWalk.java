package be.vakoogst.oai;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Validators;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** One walk through a repository: set by set, window by window, part by part; each step is a request. For one thread. */
final class OaiWalk implements Iterator<List<Discovered>> {

    /** From the format that says most to the one that every repository has. */
    private static final List<String> FORMATS = List.of("nl_lom", "lom", "oai_lom", "ims_lom", "oai_dc");

    /** Characters of a date. */
    private static final int DAY = 10;

    /** How often one window is begun again: a token expired, or its list shifted while it was read. */
    private static final int MOST_BEGINNINGS = 3;

    private final OaiDialogue repository;
    private final Discovery discovery;
    private final OaiSettings settings;
    private final Instant now;
    private final OaiRecords records;
    private final Set<String> tokens = new HashSet<>();
    private Repository about = Repository.UNKNOWN;
    private Optional<OaiPlace> place = Optional.empty();
    private State state = State.NOT_BEGUN;
    private boolean changesOnly;
    private boolean broken;
    private int beginnings;
    private Optional<Integer> listSize = Optional.empty();
    private boolean shifted;

    private enum State {
        NOT_BEGUN,
        LISTING,
        CHECKING,
        ENDED
    }

    OaiWalk(OaiDialogue repository, Discovery discovery, Instant now) {
        this.repository = repository;
        this.discovery = discovery;
        this.settings = OaiSettings.of(discovery.source().connector());
        this.now = now;
        this.records = new OaiRecords(repository, settings);
    }

    @Override
    public boolean hasNext() {
        return state != State.ENDED;
    }

    @Override
    public List<Discovered> next() {
        return switch (state) {
            case NOT_BEGUN -> begin();
            case LISTING -> list("ListRecords");
            case CHECKING -> list("ListIdentifiers");
            case ENDED -> throw new NoSuchElementException();
        };
    }

    private List<Discovered> begin() {
        switch (repository.ask("Identify", Map.of())) {
            case OaiAnswer.Part part ->
                part.elements().stream().findFirst().ifPresent(identify -> about = Repository.of(identify));
            case OaiAnswer.Refusal(var code, var message) -> {
                return end(new Failure(
                        discovery.source().connector().url(),
                        Stage.DISCOVER,
                        Reason.CLIENT_ERROR,
                        code + ": " + message));
            }
            case OaiAnswer.Silence(Failure failure) -> {
                return end(failure);
            }
        }
        place = Optional.of(discovery.from().isStart() ? firstPlace(format()) : OaiPlace.of(discovery.from()));
        changesOnly = discovery.scope() == Scope.INCREMENTAL
                && since(place.get().format()).isPresent();
        state = State.LISTING;
        return List.of();
    }

    private List<Discovered> end(Failure failure) {
        state = State.ENDED;
        return List.of(new Discovered.Broken(failure));
    }

    /** The one that was asked for, else the richest that is offered. */
    private String format() {
        return settings.metadataPrefix().orElseGet(() -> switch (repository.ask("ListMetadataFormats", Map.of())) {
            case OaiAnswer.Part part -> richest(part.elements());
            case OaiAnswer.Refusal _ -> "oai_dc";
            case OaiAnswer.Silence _ -> "oai_dc";
        });
    }

    private static String richest(List<XmlElement> formats) {
        List<String> offered = formats.stream()
                .map(format -> format.textAt("metadataPrefix"))
                .filter(prefix -> !prefix.isBlank())
                .toList();
        return FORMATS.stream()
                .flatMap(wanted -> offered.stream().filter(prefix -> prefix.equalsIgnoreCase(wanted)))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(prefix -> prefix.toLowerCase(Locale.ROOT).contains("lom"))
                        .findFirst())
                .orElse("oai_dc");
    }

    private OaiPlace firstPlace(String format) {
        String end = about.granularity().write(now);
        Optional<String> from = discovery.scope() == Scope.INCREMENTAL
                ? since(format).map(last -> about.granularity().lookBack(last))
                : Optional.empty();
        return window(format, 0, from, end);
    }

    /** The window that begins there. Without windows, the list has no end of its own: what is added meanwhile comes along. */
    private OaiPlace window(String format, int set, Optional<String> from, String end) {
        if (settings.window().isEmpty()) {
            return new OaiPlace(format, set, from, Optional.empty(), Optional.empty(), end);
        }
        Instant start = from.flatMap(Repository::instant).or(about::earliest).orElse(Instant.EPOCH);
        Instant until = start.plus(settings.window().get());
        Instant last = Repository.instant(end).orElse(now);
        return new OaiPlace(
                format,
                set,
                Optional.of(about.granularity().write(start)),
                Optional.of(about.granularity().write(until.isAfter(last) ? last : until)),
                Optional.empty(),
                end);
    }

    /** When the last concluded run of this list began; kept in place of a validator. */
    private Optional<Instant> since(String format) {
        return discovery
                .remembered()
                .apply(listing(format))
                .flatMap(Validators::lastModified)
                .flatMap(Repository::instant);
    }

    private URI listing(String format) {
        return repository.url(
                "ListRecords", Map.of("metadataPrefix", format, "set", String.join(",", settings.sets())));
    }

    private List<Discovered> list(String verb) {
        OaiPlace here = place.orElseThrow();
        return switch (repository.ask(verb, arguments(here))) {
            case OaiAnswer.Part part -> handOver(part, here, verb);
            case OaiAnswer.Refusal refusal -> refused(refusal, here, verb);
            case OaiAnswer.Silence(Failure failure) -> breakOff(failure);
        };
    }

    private Map<String, String> arguments(OaiPlace here) {
        return here.token()
                .map(token -> Map.of("resumptionToken", token))
                .orElseGet(() -> Map.of(
                        "metadataPrefix",
                        here.format(),
                        "set",
                        settings.sets().isEmpty() ? "" : settings.sets().get(here.set()),
                        "from",
                        state == State.CHECKING ? "" : here.from().orElse(""),
                        "until",
                        state == State.CHECKING ? "" : here.until().orElse("")));
    }

    private List<Discovered> handOver(OaiAnswer.Part part, OaiPlace here, String verb) {
        List<Discovered> found = new ArrayList<>();
        for (XmlElement element : part.elements()) {
            found.addAll(
                    state == State.CHECKING
                            ? records.present(element)
                            : records.read(element, repository.url(verb, arguments(here)), here));
        }
        noticeShift(part);
        part.broken().ifPresent(failure -> note(found, failure));
        part.token().ifPresentOrElse(token -> goOn(token, here, verb, found), () -> endOfList(found));
        return found;
    }

    /** A list whose size changes while it is paged may have moved a record past us. */
    private void noticeShift(OaiAnswer.Part part) {
        shifted |= listSize.isPresent() && part.listSize().isPresent() && !listSize.equals(part.listSize());
        listSize = part.listSize().or(() -> listSize);
    }

    private void goOn(String token, OaiPlace here, String verb, List<Discovered> found) {
        if (tokens.add(token)) {
            place = Optional.of(here.withToken(token));
        } else {
            note(
                    found,
                    new Failure(
                            repository.url(verb, arguments(here)),
                            Stage.DISCOVER,
                            Reason.TOO_MANY,
                            "the resumption token '" + token + "' came before: the list goes in circles"));
            endOfList(found);
        }
    }

    private List<Discovered> refused(OaiAnswer.Refusal refusal, OaiPlace here, String verb) {
        List<Discovered> found = new ArrayList<>();
        if (refusal.is("noRecordsMatch")) {
            endOfList(found);
        } else if (refusal.is("badResumptionToken") && here.token().isPresent() && beginnings < MOST_BEGINNINGS) {
            beginAgain(here);
        } else if (refusal.is("badArgument")
                && about.granularity() == Repository.Granularity.SECOND
                && here.from().isPresent()) {
            about = about.withDays();
            place = Optional.of(inDays(here));
        } else {
            note(
                    found,
                    new Failure(
                            repository.url(verb, arguments(here)),
                            Stage.DISCOVER,
                            Reason.CLIENT_ERROR,
                            refusal.code() + ": " + refusal.message()));
            endOfList(found);
        }
        return found;
    }

    private void beginAgain(OaiPlace here) {
        beginnings++;
        shifted = false;
        listSize = Optional.empty();
        tokens.clear();
        place = Optional.of(here.atItsBeginning());
    }

    /** A repository that claims seconds and takes only days. */
    private OaiPlace inDays(OaiPlace here) {
        return new OaiPlace(
                here.format(),
                here.set(),
                here.from().map(OaiWalk::day),
                here.until().map(OaiWalk::day),
                Optional.empty(),
                day(here.end()));
    }

    private static String day(String datestamp) {
        return datestamp.substring(0, Math.min(DAY, datestamp.length()));
    }

    /** This list cannot go on without its token; the next window or set can. */
    private List<Discovered> breakOff(Failure failure) {
        List<Discovered> found = new ArrayList<>();
        note(found, failure);
        if (failure.reason() == Reason.UNKNOWN_HOST || failure.reason() == Reason.PRIVATE_ADDRESS) {
            state = State.ENDED;
        } else {
            endOfList(found);
        }
        return found;
    }

    private void note(List<Discovered> found, Failure failure) {
        broken = true;
        found.add(new Discovered.Broken(failure));
    }

    private void endOfList(List<Discovered> found) {
        OaiPlace here = place.orElseThrow();
        if (shifted && beginnings < MOST_BEGINNINGS - 1) {
            beginAgain(here);
            return;
        }
        tokens.clear();
        beginnings = 0;
        listSize = Optional.empty();
        shifted = false;
        place = state == State.CHECKING ? nextSet(here) : nextWindow(here).or(() -> nextSet(here));
        if (place.isEmpty()) {
            endOfState(here, found);
        }
    }

    private Optional<OaiPlace> nextWindow(OaiPlace here) {
        return here.until()
                .filter(until -> until.compareTo(here.end()) < 0)
                .flatMap(Repository::instant)
                .map(until -> window(
                        here.format(),
                        here.set(),
                        Optional.of(
                                about.granularity().write(about.granularity().behind(until))),
                        here.end()));
    }

    private Optional<OaiPlace> nextSet(OaiPlace here) {
        return here.set() + 1 < settings.sets().size() ? Optional.of(setAfter(here)) : Optional.empty();
    }

    private OaiPlace setAfter(OaiPlace here) {
        OaiPlace first = firstPlace(here.format());
        return new OaiPlace(first.format(), here.set() + 1, first.from(), first.until(), Optional.empty(), first.end());
    }

    private void endOfState(OaiPlace last, List<Discovered> found) {
        if (state == State.LISTING) {
            Validators until =
                    new Validators(Optional.empty(), Optional.of(now.toString()), Optional.empty(), Optional.empty());
            found.add(new Discovered.Listed(listing(last.format()), until));
        }
        if (!changesOnly) {
            state = State.ENDED;
            complete(found);
        } else if (state == State.LISTING && !about.keepsDeleted()) {
            state = State.CHECKING;
            place = Optional.of(
                    new OaiPlace(last.format(), 0, Optional.empty(), Optional.empty(), Optional.empty(), last.end()));
        } else if (state == State.CHECKING) {
            state = State.ENDED;
            complete(found);
        } else {
            state = State.ENDED;
            found.add(new Discovered.RestUnchanged());
        }
    }

    private void complete(List<Discovered> found) {
        if (!broken) {
            found.add(new Discovered.Complete());
        }
    }
}

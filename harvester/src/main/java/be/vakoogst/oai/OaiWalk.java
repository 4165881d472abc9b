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
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** One walk through a repository: set by set, window by window, part by part; each step is a request. For one thread. */
final class OaiWalk implements Iterator<List<Discovered>> {

    /** Where the next list would fare no better. */
    private static final Set<Reason> FOR_THE_WHOLE_HOST = EnumSet.of(
            Reason.UNKNOWN_HOST, Reason.PRIVATE_ADDRESS, Reason.RATE_LIMITED, Reason.ROBOTS, Reason.FORBIDDEN);

    /** Lists that may break off one after the other before the rest is left for the next run. */
    private static final int MOST_BROKEN_LISTS = 3;

    private final OaiDialogue repository;
    private final Discovery discovery;
    private final OaiSettings settings;
    private final Instant now;
    private final OaiRecords records;
    private final OaiList list = new OaiList();
    private OaiWindows windows;
    private Repository about = Repository.UNKNOWN;
    private Optional<OaiPlace> place = Optional.empty();
    private State state = State.NOT_BEGUN;
    private boolean changesOnly;
    private boolean broken;
    private boolean otherGranularityTried;
    private int brokenLists;
    private int parts;

    private enum State {
        NOT_BEGUN,
        LISTING,
        /** What is still there is compared, as the repository does not keep what it deleted. */
        CHECKING,
        ENDED
    }

    OaiWalk(OaiDialogue repository, Discovery discovery, Instant now) {
        this.repository = repository;
        this.discovery = discovery;
        this.settings = OaiSettings.of(discovery.source().connector());
        this.now = now;
        this.records = new OaiRecords(repository, settings);
        this.windows = new OaiWindows(settings, about, Optional.empty());
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

    /** A repository that refuses to identify itself may give its records all the same. */
    private List<Discovered> begin() {
        switch (repository.ask("Identify", Map.of())) {
            case OaiAnswer.Part part ->
                part.elements().stream().findFirst().ifPresent(identify -> about = Repository.of(identify));
            case OaiAnswer.Refusal _ -> {}
            case OaiAnswer.Silence(Failure failure) -> {
                state = State.ENDED;
                return List.of(new Discovered.Broken(failure));
            }
        }
        String format = discovery.from().isStart()
                ? OaiFormat.of(settings, repository)
                : OaiPlace.of(discovery.from()).format();
        Optional<Instant> since = since(format);
        changesOnly = since.isPresent();
        windows = new OaiWindows(settings, about, since);
        place = Optional.of(discovery.from().isStart() ? windows.first(format, now) : OaiPlace.of(discovery.from()));
        state = State.LISTING;
        return List.of();
    }

    /** When the last concluded run of this list began; kept in place of a validator. */
    private Optional<Instant> since(String format) {
        return Optional.of(discovery)
                .filter(asked -> asked.scope() == Scope.INCREMENTAL)
                .flatMap(asked -> asked.remembered().apply(listing(format)))
                .flatMap(Validators::lastModified)
                .flatMap(Repository::instant);
    }

    private URI listing(String format) {
        return repository.url(
                "ListRecords", Map.of("metadataPrefix", format, "set", String.join(",", settings.sets())));
    }

    private List<Discovered> list(String verb) {
        OaiPlace here = place.orElseThrow();
        Map<String, String> arguments = here.arguments(settings.sets());
        URI request = repository.url(verb, arguments);
        if (++parts > settings.parts()) {
            return endHere(failure(request, Reason.TOO_MANY, "more than " + settings.parts() + " parts"));
        }
        return switch (repository.ask(verb, arguments)) {
            case OaiAnswer.Part part -> handOver(part, here, request);
            case OaiAnswer.Refusal refusal -> refused(refusal, here, request);
            case OaiAnswer.Silence(Failure failure) -> breakOff(failure);
        };
    }

    private List<Discovered> handOver(OaiAnswer.Part part, OaiPlace here, URI request) {
        List<Discovered> found = new ArrayList<>();
        OaiRecords.Page page = new OaiRecords.Page(request, here.format(), here.checkpoint());
        for (XmlElement element : part.elements()) {
            found.addAll(state == State.CHECKING ? records.present(element) : records.read(element, page));
        }
        brokenLists = 0;
        list.turned(part, !found.isEmpty());
        part.broken().ifPresent(failure -> note(found, failure));
        part.token().ifPresentOrElse(token -> goOn(token, here, request, found), () -> endOfList(found));
        return found;
    }

    private void goOn(String token, OaiPlace here, URI request, List<Discovered> found) {
        list.objection(token)
                .ifPresentOrElse(
                        why -> {
                            note(found, failure(request, Reason.TOO_MANY, why));
                            next(found);
                        },
                        () -> place = Optional.of(here.withToken(token)));
    }

    private List<Discovered> refused(OaiAnswer.Refusal refusal, OaiPlace here, URI request) {
        List<Discovered> found = new ArrayList<>();
        if (refusal.is("noRecordsMatch")) {
            endOfList(found);
        } else if (refusal.is("badResumptionToken") && here.token().isPresent() && list.mayBeginAgain()) {
            list.beginAgain();
            place = Optional.of(windows.again(here, state == State.LISTING));
        } else if (refusal.is("badArgument") && here.isBounded() && !otherGranularityTried) {
            otherGranularityTried = true;
            place = Optional.of(windows.inOtherGranularity(here));
        } else {
            note(found, failure(request, Reason.CLIENT_ERROR, refusal.code() + ": " + refusal.message()));
            next(found);
        }
        return found;
    }

    /** This list cannot go on without its token; the next window or set can. */
    private List<Discovered> breakOff(Failure failure) {
        if (FOR_THE_WHOLE_HOST.contains(failure.reason()) || ++brokenLists >= MOST_BROKEN_LISTS) {
            return endHere(failure);
        }
        List<Discovered> found = new ArrayList<>();
        note(found, failure);
        next(found);
        return found;
    }

    private List<Discovered> endHere(Failure failure) {
        List<Discovered> found = new ArrayList<>();
        note(found, failure);
        end(found);
        return found;
    }

    private void endOfList(List<Discovered> found) {
        if (list.mayHaveLost()) {
            list.beginAgain();
            place = place.map(OaiPlace::atItsBeginning);
        } else {
            next(found);
        }
    }

    private void next(List<Discovered> found) {
        OaiPlace here = place.orElseThrow();
        list.beginAnother();
        place = state == State.CHECKING ? windows.unbounded(here, here.set() + 1) : windows.after(here);
        if (place.isEmpty()) {
            endOfState(here, found);
        }
    }

    private void endOfState(OaiPlace last, List<Discovered> found) {
        if (state == State.LISTING) {
            found.add(new Discovered.Listed(listing(last.format()), beganAt(last)));
            if (changesOnly && !about.keepsDeleted()) {
                state = State.CHECKING;
                place = windows.unbounded(last, 0);
                return;
            }
        }
        end(found);
    }

    /** Also behind a crash, the moment from which the next run has to ask is when this one began. */
    private Validators beganAt(OaiPlace last) {
        Instant began = Repository.instant(last.end()).orElse(now);
        return new Validators(Optional.empty(), Optional.of(began.toString()), Optional.empty(), Optional.empty());
    }

    private void end(List<Discovered> found) {
        boolean comparedWhole = state == State.CHECKING && !broken;
        state = State.ENDED;
        if (changesOnly && !comparedWhole) {
            found.add(new Discovered.RestUnchanged());
        } else if (!broken) {
            found.add(new Discovered.Complete());
        }
    }

    private void note(List<Discovered> found, Failure failure) {
        broken = true;
        found.add(new Discovered.Broken(failure));
    }

    private static Failure failure(URI request, Reason reason, String detail) {
        return new Failure(request, Stage.DISCOVER, reason, detail);
    }
}

package be.vakoogst.catalogue;

import be.vakoogst.duplicate.Fingerprint;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.PassOn;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Site;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every record, its payloads, and the order in which they changed. Safe for many threads and nodes; those that change it
 * take turns, each from its first call until its transaction ends, so keep such a transaction short.
 */
public class Catalogue {

    /** As stored, that is mostly compressed; bounds the memory of whoever reads changes. */
    private static final long BYTES_AT_ONCE = 8L << 20;

    private final InstantSource clock;
    private final ChangeSequence sequence;
    private final ResourceTable resources;
    private final PayloadTable payloads;
    private final FormerTable former;
    private final Works works;
    private final Corrections corrections;
    private final TermsTable terms;
    private final FieldCorrections fields;
    private final MoveTable moves;
    private final HiddenTable hidden;
    private final LeftTrades left;
    private final Intake intake;

    public Catalogue(JdbcClient jdbc, InstantSource clock) {
        this.clock = clock;
        this.sequence = new ChangeSequence(jdbc);
        this.resources = new ResourceTable(jdbc);
        this.payloads = new PayloadTable(jdbc);
        this.former = new FormerTable(jdbc);
        this.works = new Works(jdbc, sequence, clock);
        this.corrections = new Corrections(jdbc);
        this.terms = new TermsTable(jdbc);
        this.fields = new FieldCorrections(jdbc);
        this.moves = new MoveTable(jdbc);
        this.hidden = new HiddenTable(jdbc);
        this.left = new LeftTrades(jdbc);
        this.intake = new Intake(jdbc, sequence, works, clock);
    }

    /**
     * Takes records in, together with their payloads. What counts as a change is everything an output can show, trades
     * included, but not the provenance alone. A record that was withdrawn is Changed and keeps its first-seen date.
     * The same batch again is Unchanged throughout. What operators said of a record's trades and fields holds against what is submitted,
     * and of one that they withdrew nothing is taken in: it is Unchanged.
     *
     * @return one for each submission, in their order
     * @throws IllegalStateException outside a transaction (READ COMMITTED)
     */
    public List<Change> accept(List<Submission> submitted, Cause cause) {
        return intake.accept(submitted, cause);
    }

    /** The same for changes that nobody would undo as a whole. */
    public List<Change> accept(List<Submission> batch) {
        return accept(batch, Cause.UNNAMED);
    }

    /** What accepting records would come to, without doing it; one for each, in their order. */
    public List<Prospect> prospects(List<Submission> batch) {
        return intake.prospects(batch);
    }

    /** A resource as it would be taken in: with what holds against what is submitted. */
    public LearningResource asAccepted(LearningResource resource) {
        return intake.asAccepted(List.of(new Submission(resource, List.of())))
                .getFirst()
                .resource();
    }

    /**
     * Takes records out of every output for good: they are not taken in again, neither under their id nor from their address, and nothing is
     * kept of them that would bring them back. Unknown ones are passed over.
     */
    public List<Change> bar(List<ResourceId> ids, String reason) {
        return bar(ids, reason, whoever -> true);
    }

    /**
     * The same on behalf of a publisher: what is read at other sites than theirs is not taken in from its address by anybody but that site itself.
     *
     * @param publisher where the publisher is, beside where its records were harvested from
     */
    public List<Change> barFor(URI publisher, List<ResourceId> ids, String reason) {
        Optional<Site> theirs = Site.of(publisher);
        return bar(ids, reason, site -> theirs.filter(site::isWith).isPresent());
    }

    private List<Change> bar(List<ResourceId> ids, String reason, Predicate<Site> speaksFor) {
        sequence.awaitTurn();
        terms.bar(ids, speaksFor, reason, clock.instant());
        List<Change> changes = withdraw(ids, reason);
        former.forget(ids);
        return changes;
    }

    /**
     * Lets records in again that were barred with this reason; the next harvest brings them.
     *
     * @return which they are
     */
    public List<ResourceId> readmit(String reason) {
        return terms.readmit(reason);
    }

    /** The record that is read at this address, or was before it moved. */
    public Optional<ResourceId> findByAddress(URI url) {
        return works.readAt(url).or(() -> moves.movedFrom(url));
    }

    /**
     * Records are read elsewhere from now on, whatever their sources list: each takes its new address when it is next accepted or amended.
     * What would move to where others moved from elsewhere does not, nor did those others: that page is an overview. Within the caller's
     * transaction.
     *
     * @return the others' ways back, which they take when they are next accepted or amended
     */
    public List<Move> moved(List<Move> seen) {
        return moves.add(seen, clock.instant());
    }

    /** Whether several addresses of records were found to lead to this one for good. */
    public boolean isOverview(URI url) {
        return moves.isOverview(url);
    }

    /** The opposite: these addresses of records answer by themselves, wherever they led before. Within the caller's transaction. */
    public void stays(Map<ResourceId, URI> addresses) {
        moves.stays(addresses);
    }

    /** Where records are read of which their sources state these addresses. */
    public Map<ResourceId, URI> readAt(Map<ResourceId, URI> stated) {
        Map<ResourceId, Map<URI, Move>> known = moves.of(stated.keySet());
        Map<ResourceId, URI> addresses = new LinkedHashMap<>();
        stated.forEach((id, url) -> addresses.put(
                id,
                MoveTable.last(url, known.getOrDefault(id, Map.of()))
                        .map(Move::to)
                        .orElse(url)));
        return addresses;
    }

    /** The moves of a record that still hold. */
    public List<Move> moves(ResourceId id) {
        return List.copyOf(moves.of(List.of(id)).getOrDefault(id, Map.of()).values());
    }

    /**
     * What a source lets us hand on from now on. Where that is new, all its records are numbered, so that every reader of changes hears of it;
     * that is one transaction, and holds up others for as long as it takes.
     */
    public void passOn(SourceId source, PassOn passOn) {
        if (terms.passOn(source) != passOn) {
            sequence.awaitTurn();
            terms.set(source, passOn);
            List<ResourceId> ids = works.with(resources.liveOf(source));
            resources.renumber(ids, sequence.draw(ids.size()), clock.instant());
        }
    }

    /** Of the shown records whose publisher reserves a use, at most {@code limit}, by id. */
    public List<ResourceId> reserved(int limit) {
        return resources.reserved(limit);
    }

    /**
     * Changes records as they are now, so that no harvest in between is lost. What a cause did to them before can still be undone. Unknown,
     * hidden and withdrawn ones are passed over.
     *
     * @param cause one that is beside
     * @throws IllegalStateException outside a transaction (READ COMMITTED)
     */
    public List<Change> amend(List<ResourceId> ids, UnaryOperator<LearningResource> amendment, Cause cause) {
        if (ids.isEmpty()) {
            return List.of();
        }
        sequence.awaitTurn();
        return accept(
                ids.stream()
                        .map(resources::find)
                        .flatMap(Optional::stream)
                        .map(CatalogueRecord::resource)
                        .flatMap(Optional::stream)
                        .map(resource -> new Submission(amendment.apply(resource), List.of()))
                        .toList(),
                cause);
    }

    /** The same for changes of which nothing is kept. */
    public List<Change> amend(List<ResourceId> ids, UnaryOperator<LearningResource> amendment) {
        return amend(ids, amendment, Cause.BESIDE);
    }

    /**
     * Keeps a record out of every output until it is shown again; one that is withdrawn is deleted with all that was kept of it.
     *
     * @throws IllegalStateException outside a transaction (READ COMMITTED)
     */
    public void hide(Hiding hiding) {
        sequence.awaitTurn();
        List<ResourceId> id = List.of(hiding.resource());
        hidden.put(hiding);
        if (hiding.withdrawn()) {
            withdraw(id, hiding.reason());
            former.forget(id);
        } else {
            works.regroup(List.of(), id, id);
            resources.renumber(id, sequence.draw(1), clock.instant());
        }
    }

    /** Shows a hidden record as it is now; one that was withdrawn comes back when it is next harvested. The same exception. */
    public void show(ResourceId id) {
        sequence.awaitTurn();
        hidden.remove(id);
        find(id).flatMap(CatalogueRecord::resource).ifPresent(resource -> {
            works.regroup(List.of(Fingerprint.of(resource)), List.of(), List.of(id));
            resources.renumber(List.of(id), sequence.draw(1), clock.instant());
        });
    }

    public Optional<Hiding> hiding(ResourceId id) {
        return Optional.ofNullable(hidden.of(List.of(id)).get(id));
    }

    /** What operators hid, the latest first. */
    public List<Hiding> hidings(long from, int limit) {
        return hidden.latest(from, limit);
    }

    /**
     * What operators said of a field no longer holds: the record says what it stated itself when it was last taken in.
     *
     * @throws IllegalStateException outside a transaction (READ COMMITTED)
     */
    public void takeBack(FieldCorrection correction, Cause cause) {
        sequence.awaitTurn();
        fields.remove(correction);
        correction
                .stated()
                .ifPresent(own ->
                        amend(List.of(correction.resource()), resource -> own.in(correction.field(), resource), cause));
    }

    /** Takes records out of every output; their content and payloads are deleted, but for what {@code cause} keeps. Unknown and withdrawn ones are passed over. */
    public List<Change> withdraw(List<ResourceId> ids, String reason, Cause cause) {
        sequence.awaitTurn();
        Instant now = clock.instant();
        List<ResourceId> live = resources.live(ids);
        List<ChangeNumber> numbers = sequence.draw(live.size());
        former.keep(live, numbers, cause, now);
        left.leave(live);
        resources.withdraw(live, numbers, reason, cause, now);
        payloads.remove(live);
        works.regroup(List.of(), live, live);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            changes.add(new Change.Withdrawn(live.get(i), numbers.get(i)));
        }
        return changes;
    }

    /** The same for good. */
    public List<Change> withdraw(List<ResourceId> ids, String reason) {
        return withdraw(ids, reason, Cause.UNNAMED);
    }

    /** The records that are the same work as each of these, from whatever source; nothing for those that stand alone. */
    public Map<ResourceId, Set<ResourceId>> sameWork(List<ResourceId> ids) {
        return works.same(ids);
    }

    /**
     * Lets a record take over what another one brought: its source gave it another name.
     *
     * @throws java.util.NoSuchElementException when there is no {@code fresh}
     * @throws IllegalStateException outside a transaction (READ COMMITTED)
     */
    public void rename(ResourceId fresh, ResourceId old, Cause cause) {
        sequence.awaitTurn();
        LearningResource resource =
                find(fresh).flatMap(CatalogueRecord::resource).orElseThrow();
        Submission submission = new Submission(resource.named(old), payloads(fresh));
        withdraw(List.of(fresh), CatalogueRecord.becauseIts(old));
        accept(List.of(submission), cause);
    }

    /**
     * Takes back what a cause did, as far as nothing changed since: what it changed or withdrew is as before, what it brought is withdrawn.
     *
     * @param limit records at most; to be repeated, each time in a transaction, until nothing comes back
     * @return the changes that this made
     */
    public List<Change> undo(Cause cause, int limit) {
        sequence.awaitTurn();
        List<FormerTable.Former> changed = former.changedBy(cause, limit);
        List<Change> changes = new ArrayList<>(accept(
                changed.stream()
                        .flatMap(each ->
                                each
                                        .resource()
                                        .map(resource -> new Submission(resource, former.payloads(each)))
                                        .stream())
                        .toList(),
                cause.undoing()));
        for (FormerTable.Former each : changed) {
            each.withdrawnBecause()
                    .ifPresent(reason -> changes.addAll(withdraw(List.of(each.id()), reason, cause.undoing())));
        }
        List<ResourceId> brought = former.broughtBy(cause, Math.max(0, limit - changed.size()));
        changes.addAll(withdraw(brought, cause.text() + " was undone", cause.undoing()));
        return changes;
    }

    /** How many records a cause changed that cannot be undone, as something else changed them since. */
    public int changedSince(Cause cause) {
        return former.changedSince(cause);
    }

    /** Forgets what was kept for undoing before a time. */
    public int forget(Instant before) {
        return former.forget(before);
    }

    /** That their source showed these records as they were. */
    public void seen(Collection<ResourceId> ids) {
        resources.seen(ids, clock.instant());
    }

    /** That a source's whole list is as it was. */
    public void seenWhole(SourceId source) {
        resources.seenWhole(source, clock.instant());
    }

    /** What operators said of the trades of records. */
    public Corrections corrections() {
        return corrections;
    }

    /** What operators said of the fields of records. */
    public FieldCorrections fields() {
        return fields;
    }

    /** What is kept of a record, be it hidden; empty for an unknown or withdrawn one. */
    public Optional<LearningResource> kept(ResourceId id) {
        return resources.content(id);
    }

    /** How a record is and was, the latest first, as far back as what may be undone is kept. */
    public List<Version> history(ResourceId id, int limit) {
        List<Version> versions = new ArrayList<>();
        versions.add(new Version(kept(id), Optional.empty(), Optional.empty()));
        versions.addAll(former.of(id, limit));
        return versions;
    }

    public Optional<CatalogueRecord> find(ResourceId id) {
        return resources.find(id);
    }

    /**
     * The records that changed after a number, as they are now, each once, in the order of their last change. Nothing
     * numbered up to the last of them can appear later. From {@link ChangeNumber#NONE} it gives the whole catalogue.
     *
     * @return at most {@code limit}; fewer where they are large; empty only when nothing changed since
     */
    public List<CatalogueRecord> changesAfter(ChangeNumber number, int limit) {
        return resources.after(number, limit, BYTES_AT_ONCE);
    }

    /** The same without saying which statement gave each field, which takes about as long to read as all else. */
    public List<CatalogueRecord> contentAfter(ChangeNumber number, int limit) {
        return resources.contentAfter(number, limit, BYTES_AT_ONCE);
    }

    /**
     * Those of a selection that changed after a number, as they are now, in the order of their last change: who goes on from the last one
     * of each answer misses none, and gets one again that changed meanwhile.
     */
    public List<CatalogueRecord> selected(Selection selection, ChangeNumber after, int limit) {
        return resources.selected(selection, after, limit);
    }

    /** A record that outputs show, and when it last changed. */
    public record Shown(ResourceId id, Instant lastChanged) {}

    /**
     * The shown records that are handed on and whose id begins so, by id.
     *
     * @param idPrefix hexadecimal digits; each one more leaves a sixteenth
     */
    public List<Shown> shown(String idPrefix) {
        return resources.shown(idPrefix);
    }

    /**
     * How a record stands.
     *
     * @param shown whether outputs show it
     */
    public record Standing(ResourceId id, ChangeNumber number, boolean shown) {}

    /** All records by id, the withdrawn among them, from behind an id on. */
    public List<Standing> standings(String afterId, int limit) {
        return resources.standings(afterId, limit);
    }

    /** How many records outputs show. */
    public long countShown() {
        return resources.countShown();
    }

    /** How many records changed after a number. */
    public long countAfter(ChangeNumber number) {
        return resources.countAfter(number);
    }

    /** The first of the last changes; empty in an empty catalogue. */
    public Optional<Instant> earliestChange() {
        return resources.earliestChange();
    }

    /** When the first change after a number was made; empty when there is none. */
    public Optional<Instant> changedAfter(ChangeNumber number) {
        return resources.changedAfter(number);
    }

    /** The last change of any record, {@link ChangeNumber#NONE} in an empty catalogue. */
    public ChangeNumber latest() {
        return resources.latest();
    }

    /** What was last received of each part; empty for an unknown or withdrawn record. */
    public List<Payload> payloads(ResourceId id) {
        return payloads.of(id);
    }

    /** Forgets parts of what was kept of records, where it turned out not to be theirs. */
    public void forgetPayloads(Collection<ResourceId> ids, Collection<String> parts) {
        payloads.remove(ids, parts);
    }

    /** Some record that a source delivered and did not withdraw. */
    public Optional<CatalogueRecord> anyOf(SourceId source) {
        return resources.anyOf(source);
    }

    /** How many records each source has, without the withdrawn. */
    public Map<SourceId, Long> countBySource() {
        return new TreeMap<>(resources.countBySource());
    }
}

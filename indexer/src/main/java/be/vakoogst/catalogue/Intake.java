package be.vakoogst.catalogue;

import be.vakoogst.duplicate.Fingerprint;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How records come in: where one moved to and what operators said holds against what is submitted, what was barred stays out, and what changed is numbered. */
class Intake {

    private final InstantSource clock;
    private final ChangeSequence sequence;
    private final Works works;
    private final ResourceTable resources;
    private final PayloadTable payloads;
    private final FormerTable former;
    private final Corrections corrections;
    private final FieldCorrections fields;
    private final MoveTable moves;
    private final TermsTable terms;
    private final HiddenTable hidden;
    private final LeftTrades left;

    Intake(JdbcClient jdbc, ChangeSequence sequence, Works works, InstantSource clock) {
        this.clock = clock;
        this.sequence = sequence;
        this.works = works;
        this.resources = new ResourceTable(jdbc);
        this.payloads = new PayloadTable(jdbc);
        this.former = new FormerTable(jdbc);
        this.corrections = new Corrections(jdbc);
        this.fields = new FieldCorrections(jdbc);
        this.moves = new MoveTable(jdbc);
        this.terms = new TermsTable(jdbc);
        this.hidden = new HiddenTable(jdbc);
        this.left = new LeftTrades(jdbc);
    }

    List<Change> accept(List<Submission> submitted, Cause cause) {
        Map<ResourceId, StoredForm> forms = forms(submitted);
        Map<ResourceId, Fingerprint> fingerprints = fingerprints(submitted);
        Collection<PayloadTable.Row> compressed = PayloadTable.compress(submitted);
        sequence.awaitTurn();
        List<Submission> placed = moves.applied(submitted);
        fingerprints.putAll(fingerprints(otherThan(submitted, placed)));
        Map<ResourceId, Hiding> away = hidden.of(forms.keySet());
        Set<ResourceId> barred = barred(placed, away);
        Map<ResourceId, List<FieldCorrection>> said = fields.of(forms.keySet());
        fields.note(placed, said);
        forms.putAll(forms(otherThan(submitted, corrected(placed, said))));
        forms.keySet().removeAll(barred);
        Instant now = clock.instant();
        List<Judged> judged = judge(forms);
        Map<Judged, ChangeNumber> numbered = number(judged);
        keep(numbered, cause, now);
        List<ResourceId> written = ids(numbered.keySet());
        List<ResourceId> changed = ids(having(judged, Judged.Verdict.CHANGED));
        left.leave(changed);
        resources.write(numbered, cause, now);
        left.stay(changed);
        resources.restate(having(judged, Judged.Verdict.RESTATED));
        resources.seen(
                ids(judged.stream().filter(each -> !each.verdict().numbered()).toList()), now);
        payloads.write(compressed.stream()
                .filter(row -> !barred.contains(row.key().id()))
                .toList());
        works.regroup(
                written.stream()
                        .filter(id -> !away.containsKey(id))
                        .map(fingerprints::get)
                        .toList(),
                List.of(),
                written);
        return story(submitted, barred, numbered);
    }

    List<Prospect> prospects(List<Submission> batch) {
        Map<ResourceId, StoredForm> forms = forms(batch);
        List<Submission> held = asAccepted(batch);
        forms.putAll(forms(otherThan(batch, held)));
        forms.keySet().removeAll(barred(held, hidden.of(forms.keySet())));
        Map<ResourceId, Prospect> prospects = new HashMap<>();
        judge(forms)
                .forEach(judged -> prospects.put(judged.id(), judged.verdict().prospect()));
        return batch.stream()
                .map(each -> prospects.getOrDefault(each.resource().id(), Prospect.UNCHANGED))
                .toList();
    }

    /** A batch as it would be taken in: at the addresses where it is read now, and as operators said it. */
    List<Submission> asAccepted(List<Submission> batch) {
        List<ResourceId> ids = batch.stream().map(each -> each.resource().id()).toList();
        return corrected(moves.applied(batch), fields.of(ids));
    }

    /** @param away what operators hid or withdrew of the batch */
    private Set<ResourceId> barred(List<Submission> batch, Map<ResourceId, Hiding> away) {
        Set<ResourceId> barred = new HashSet<>(terms.barred(batch));
        away.values().stream().filter(Hiding::withdrawn).map(Hiding::resource).forEach(barred::add);
        return barred;
    }

    /** The same batch as operators said it. */
    private List<Submission> corrected(List<Submission> batch, Map<ResourceId, List<FieldCorrection>> said) {
        return FieldCorrections.applied(corrections.applied(batch), said);
    }

    /** Those of a batch that became others; of a record that comes twice the last form counts. */
    private static List<Submission> otherThan(List<Submission> batch, List<Submission> became) {
        Map<ResourceId, Integer> last = new HashMap<>();
        IntStream.range(0, batch.size())
                .forEach(place -> last.put(batch.get(place).resource().id(), place));
        return last.values().stream()
                .filter(place -> became.get(place) != batch.get(place))
                .map(became::get)
                .toList();
    }

    private void keep(Map<Judged, ChangeNumber> numbered, Cause cause, Instant now) {
        List<Judged> changed = having(List.copyOf(numbered.keySet()), Judged.Verdict.CHANGED);
        former.keep(ids(changed), changed.stream().map(numbered::get).toList(), cause, now);
    }

    private static List<ResourceId> ids(Collection<Judged> judged) {
        return judged.stream().map(Judged::id).toList();
    }

    private static Map<ResourceId, Fingerprint> fingerprints(List<Submission> batch) {
        Map<ResourceId, Fingerprint> fingerprints = new HashMap<>();
        batch.forEach(each -> fingerprints.put(each.resource().id(), Fingerprint.of(each.resource())));
        return fingerprints;
    }

    /** Made before the turn comes, as it takes a while; of a record that comes twice the last form counts. */
    private static Map<ResourceId, StoredForm> forms(List<Submission> batch) {
        Map<ResourceId, StoredForm> forms = new LinkedHashMap<>();
        batch.forEach(each -> forms.put(each.resource().id(), StoredForm.of(each.resource())));
        return forms;
    }

    private List<Judged> judge(Map<ResourceId, StoredForm> forms) {
        Map<ResourceId, Judged.Known> known = resources.known(forms.keySet());
        return forms.values().stream()
                .map(form -> Judged.of(form, Optional.ofNullable(known.get(form.id()))))
                .toList();
    }

    private Map<Judged, ChangeNumber> number(List<Judged> judged) {
        List<Judged> changed =
                judged.stream().filter(each -> each.verdict().numbered()).toList();
        Iterator<ChangeNumber> numbers = sequence.draw(changed.size()).iterator();
        Map<Judged, ChangeNumber> numbered = new LinkedHashMap<>();
        changed.forEach(each -> numbered.put(each, numbers.next()));
        return numbered;
    }

    private static List<Judged> having(List<Judged> judged, Judged.Verdict verdict) {
        return judged.stream().filter(each -> each.verdict() == verdict).toList();
    }

    /** The change of a record that comes twice is told once. */
    private static List<Change> story(
            List<Submission> batch, Set<ResourceId> barred, Map<Judged, ChangeNumber> numbered) {
        Map<ResourceId, Change> changes = new HashMap<>();
        numbered.forEach((judged, number) -> changes.put(judged.id(), judged.change(number)));
        return batch.stream()
                .map(each -> each.resource().id())
                .map(id -> barred.contains(id)
                        ? new Change.Barred(id)
                        : Optional.ofNullable(changes.remove(id)).orElseGet(() -> new Change.Unchanged(id)))
                .toList();
    }
}

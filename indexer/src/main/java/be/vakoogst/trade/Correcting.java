package be.vakoogst.trade;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.catalogue.Correction.Verdict;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Operators say where a resource belongs. What they say holds at once, and against every later harvest and judgement. */
public class Correcting {

    private final Catalogue catalogue;
    private final InForce trades;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Correcting(Catalogue catalogue, InForce trades, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.trades = trades;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A resource's trades as they are filed, with what operators said of them. */
    public record Filed(ResourceId id, String title, List<TradeAssertion> trades, List<Correction> corrections) {}

    public Optional<Filed> filed(ResourceId id) {
        return resource(id)
                .map(resource ->
                        new Filed(id, resource.title(), resource.subject().trades(), said(id)));
    }

    /** Those whose likeliest trade has the lowest score first. */
    public List<Filed> leastCertain(long from, int limit) {
        return catalogue.corrections().leastCertain(from, limit).stream()
                .flatMap(id -> filed(id).stream())
                .toList();
    }

    private Optional<LearningResource> resource(ResourceId id) {
        return catalogue.find(id).flatMap(CatalogueRecord::resource);
    }

    private List<Correction> said(ResourceId id) {
        return catalogue.corrections().of(List.of(id)).getOrDefault(id, List.of());
    }

    /**
     * Says it, in place of what was said of this trade before.
     *
     * @return empty where there is no such resource
     * @throws WrongParameter for a trade that the vocabulary has not, or to lock one that the resource is not under
     */
    public Optional<Filed> say(ResourceId id, String trade, Verdict verdict, String why) {
        Optional<Filed> before = filed(id);
        before.ifPresent(filed -> check(filed, trade, verdict));
        return before.map(filed -> changed(
                filed,
                () -> catalogue
                        .corrections()
                        .set(new Correction(
                                id, trade, verdict, judged(id, trade), Audit.actor(), clock.instant(), why))));
    }

    /** Takes back what was said of this trade: from now on the classifier's judgement holds. Empty where there is no such resource. */
    public Optional<Filed> takeBack(ResourceId id, String trade) {
        return filed(id)
                .map(filed -> changed(filed, () -> catalogue.corrections().remove(id, trade)));
    }

    private void check(Filed filed, String trade, Verdict verdict) {
        if (trades.vocabulary().trade(trade).isEmpty() && verdict != Verdict.REMOVE) {
            throw new WrongParameter("trade", "is '" + trade + "', which is none of the vocabulary");
        }
        if (verdict == Verdict.LOCK
                && filed.trades().stream().noneMatch(each -> each.id().equals(trade))) {
            throw new WrongParameter("verdict", "is lock, but the resource is not under '" + trade + "'; say add");
        }
    }

    private Optional<Double> judged(ResourceId id, String trade) {
        return resource(id).stream()
                .flatMap(resource -> trades.classifier().file(resource).subject().trades().stream())
                .filter(each -> each.id().equals(trade))
                .map(TradeAssertion::score)
                .findFirst();
    }

    private Filed changed(Filed before, Runnable change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            change.run();
            catalogue.amend(
                    List.of(before.id()),
                    trades.classifier()::file,
                    Cause.beside("correction of trades by " + Audit.actor()));
            Filed after = filed(before.id()).orElse(before);
            audit.record("trades.corrected", "resource:" + before.id().value(), before, after);
            return after;
        }));
    }
}

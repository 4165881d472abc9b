package be.vakoogst.life;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.Move;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionOperations;

/** Records whose address leads to another for good take that one, and go back when it is gone there and answers again here. Nothing else of them changes. */
class Moving {

    private final LifeTable lives;
    private final Catalogue catalogue;
    private final TransactionOperations transaction;
    private final UnaryOperator<URI> plain;

    /** @param plain an address without what only tracks */
    Moving(LifeTable lives, Catalogue catalogue, TransactionOperations transaction, UnaryOperator<URI> plain) {
        this.lives = lives;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.plain = plain;
    }

    /** Whether it is there now: a page that others lead to as well is nobody's new place. */
    boolean follow(ResourceId id, URI to, String seenBy) {
        stated(id).ifPresent(from -> take(Move.redirected(id, from, plain.apply(to), seenBy), seenBy));
        return !catalogue.isOverview(plain.apply(to));
    }

    void goBack(ResourceId id, URI to, String seenBy) {
        stated(id).ifPresent(from -> take(Move.back(id, from, to, seenBy), seenBy));
    }

    private Optional<URI> stated(ResourceId id) {
        return catalogue.kept(id).map(LearningResource::url);
    }

    private void take(Move move, String seenBy) {
        if (move.from().equals(move.to())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            List<Move> all = new ArrayList<>(catalogue.moved(List.of(move)));
            if (!catalogue.isOverview(move.to())) {
                all.add(move);
            }
            catalogue.amend(all.stream().map(Move::resource).toList(), UnaryOperator.identity(), Cause.beside(seenBy));
            all.forEach(one -> lives.readAt(one.resource(), one.to()));
        });
    }

    /** Where a record was before it moved to an address, the place that it left last. */
    Optional<URI> before(ResourceId id, URI now) {
        return catalogue.moves(id).stream()
                .filter(move -> move.to().equals(now))
                .map(Move::from)
                .min(URI::compareTo);
    }
}

package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.Move;
import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What it means for records that addresses of a chunk lead elsewhere for good. That a page is an overview, to which several lead, is known at the
 * second of them only: the first has its content by then, which is nobody's own, and is made again from what its list said.
 */
class Redirects {

    private final Run run;
    private final Source source;
    private final Catalogue catalogue;
    private final Ledgers ledgers;
    private final Making making;

    Redirects(Run run, Source source, Catalogue catalogue, Ledgers ledgers, Making making) {
        this.run = run;
        this.source = source;
        this.catalogue = catalogue;
        this.ledgers = ledgers;
        this.making = making;
    }

    /** What a chunk comes to, with earlier records that it makes us see otherwise. Within the caller's transaction. */
    List<Harvested> followed(List<Harvested> chunk) {
        List<Harvested.Made> made = chunk.stream()
                .filter(Harvested.Made.class::isInstance)
                .map(Harvested.Made.class::cast)
                .toList();
        List<Move> back = tellWays(made);
        return Stream.concat(
                        chunk.stream().map(one -> one instanceof Harvested.Made read ? withoutOverview(read) : one),
                        remade(back).stream())
                .toList();
    }

    private List<Move> tellWays(List<Harvested.Made> made) {
        List<Move> moves = new ArrayList<>();
        Map<ResourceId, URI> stay = new LinkedHashMap<>();
        for (Harvested.Made one : made) {
            ResourceId id = one.resource().id();
            one.way().ifPresent(way -> {
                if (way.leadsElsewhere()) {
                    moves.add(Move.redirected(id, way.from(), way.to(), cause()));
                } else {
                    stay.put(id, way.from());
                }
            });
        }
        List<Move> back = catalogue.moved(moves);
        catalogue.stays(stay);
        return back;
    }

    private String cause() {
        return run.id().cause();
    }

    private Harvested withoutOverview(Harvested.Made one) {
        return one.way()
                .filter(Harvested.Way::leadsElsewhere)
                .filter(way -> catalogue.isOverview(way.to()))
                .map(way -> making.fromListAlone(one.item(), way.to(), source))
                .orElse(one);
    }

    private List<Harvested> remade(List<Move> back) {
        if (back.isEmpty()) {
            return List.of();
        }
        catalogue.amend(back.stream().map(Move::resource).toList(), UnaryOperator.identity(), new Cause(cause()));
        ledgers.life().wentBack(back);
        List<Misled> misled = back.stream()
                .map(move -> new Misled(move, catalogue.payloads(move.resource())))
                .filter(this::hasOverviewsContent)
                .toList();
        List<ResourceId> ids = misled.stream().map(Misled::id).toList();
        Map<ResourceId, ItemKey> ours = ledgers.items().keys(source.id(), ids);
        List<Harvested> remade = misled.stream()
                .flatMap(one ->
                        Optional.ofNullable(ours.get(one.id())).stream().flatMap(key -> remade(one, key).stream()))
                .toList();
        catalogue.forgetPayloads(ids, KeptPage.PARTS);
        // Those of other sources are read again when their own next run lists them, whatever the list says.
        ledgers.items().distrust(ids);
        return remade;
    }

    /** A record that goes back, with what was kept of it. */
    private record Misled(Move back, List<Payload> kept) {

        ResourceId id() {
            return back.resource();
        }
    }

    private boolean hasOverviewsContent(Misled one) {
        return KeptPage.of(one.kept())
                .page()
                .filter(page -> making.isAt(page, one.back().from()))
                .isPresent();
    }

    private Optional<Harvested> remade(Misled one, ItemKey key) {
        return ListedPayload.in(one.kept())
                .map(item -> item.named(key))
                .map(item -> making.fromListAlone(item, one.back().from(), source))
                .map(harvested -> harvested instanceof Harvested.Failed(var item, var failure)
                        ? new Harvested.Gone(item.key(), item.url(), failure.detail())
                        : harvested);
    }
}

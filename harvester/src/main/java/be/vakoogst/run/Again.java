package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.RawRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Tries chosen items again: each page is asked for, whatever it said before, and read together with what the list said last. Goes by resource
 * id, which is also its checkpoint.
 */
class Again {

    private static final int READ_TOGETHER = 100;
    private static final int IN_WORK = 8;

    private final Retries retries;
    private final Catalogue catalogue;
    private final Making making;

    Again(Retries retries, Catalogue catalogue, Making making) {
        this.retries = retries;
        this.catalogue = catalogue;
        this.making = making;
    }

    Stream<Harvested> again(RunId run, Order order) {
        return Stream.iterate(
                        retries.open(run, order.from().value(), READ_TOGETHER),
                        wished -> !wished.isEmpty(),
                        wished -> retries.open(run, wished.getLast().id().value(), READ_TOGETHER))
                .peek(wished -> order.listed().accept(wished.size()))
                .flatMap(List::stream)
                .gather(Gatherers.mapConcurrent(IN_WORK, wished -> making.make(item(wished), Optional.empty(), order)))
                .flatMap(Optional::stream);
    }

    private Item item(Retries.Wished wished) {
        return ListedPayload.in(catalogue.payloads(wished.id()))
                .or(wished::listed)
                .map(item -> item.named(wished.key()))
                .orElseGet(() -> ofAddress(wished))
                .resumingFrom(new Checkpoint(wished.id().value()));
    }

    /** Of a record that was withdrawn, nothing is kept. */
    private static Item ofAddress(Retries.Wished wished) {
        return new Item(
                wished.key(),
                wished.url(),
                new RawRecord(wished.url(), List.of(), List.of()),
                "",
                wished.page().or(() -> Optional.of(wished.url())),
                Checkpoint.START);
    }
}

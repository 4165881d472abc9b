package be.vakoogst.takedown;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.life.Settling;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.takedown.Takedown.State;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/** From a request to its decision: each is a transaction with its mail and its line in the audit log. */
class Takedowns {

    /** Of a resource, wherever it stands: alone, or in the address of our page. */
    private static final Pattern ID = Pattern.compile("(?:.*/resources/)?([0-9a-f]{32})(?:[/?#].*)?");

    private final TakedownTable table;
    private final Catalogue catalogue;
    private final Settling life;
    private final Notices notices;
    private final TransactionTemplate transaction;

    Takedowns(
            TakedownTable table, Catalogue catalogue, Settling life, Notices notices, TransactionTemplate transaction) {
        this.table = table;
        this.catalogue = catalogue;
        this.life = life;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** @throws WrongParameter naming the first field that is wrong */
    Takedown ask(Form form) {
        String address = form.checkedAddress();
        Takedown.Notice notice = form.checkedNotice();
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            table.insert(key, address, meant(address), notice);
            notices.received(find(key));
        });
        return find(key);
    }

    private Optional<ResourceId> meant(String address) {
        Matcher id = ID.matcher(address);
        if (id.matches()) {
            return catalogue.find(new ResourceId(id.group(1))).map(CatalogueRecord::id);
        }
        return Optional.of(address)
                .filter(text -> text.matches("https?://[^\\s\"<>\\\\^`{|}]+"))
                .flatMap(text -> catalogue.findByAddress(URI.create(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"))));
    }

    Takedown find(String key) {
        return table.find(key).orElseThrow(() -> Refusal.notThere("There is no such request"));
    }

    Takedown find(long id) {
        return table.find(id).orElseThrow(() -> Refusal.notThere("There is no request " + id));
    }

    List<Takedown> list(int limit) {
        return table.list(limit);
    }

    /**
     * Takes down the record and all others that are the same work.
     *
     * @param named by the operator, where the request's address told nothing
     */
    Takedown accept(Takedown takedown, Optional<ResourceId> named, String comment) {
        ResourceId resource = named.or(takedown::resource)
                .filter(id -> catalogue.find(id).isPresent())
                .orElseThrow(() -> new WrongParameter("resource", "must be the id of the record that is meant"));
        return decide(takedown, State.ACCEPTED, Optional.of(resource), comment, () -> {
            List<ResourceId> work = Stream.concat(
                            Stream.of(resource),
                            catalogue.sameWork(List.of(resource)).getOrDefault(resource, Set.of()).stream())
                    .toList();
            catalogue.bar(work, takedown.cause());
            life.takenDown(work, true);
        });
    }

    Takedown refuse(Takedown takedown, String comment) {
        if (comment.isBlank()) {
            throw new WrongParameter("comment", "must say why: the asker reads it");
        }
        return decide(takedown, State.REFUSED, Optional.empty(), comment, () -> {});
    }

    /** Takes an acceptance back: the next harvest of its source brings the record again. */
    Takedown readmit(Takedown takedown, String comment) {
        return decide(
                takedown,
                State.READMITTED,
                Optional.empty(),
                comment,
                () -> life.takenDown(catalogue.readmit(takedown.cause()), false));
    }

    private Takedown decide(
            Takedown takedown, State to, Optional<ResourceId> resource, String comment, Runnable effect) {
        State from = to == State.READMITTED ? State.ACCEPTED : State.OPEN;
        transaction.executeWithoutResult(status -> {
            if (!table.decide(takedown.id(), from, to, resource, comment.strip())) {
                throw Refusal.conflict(
                        "This request is " + find(takedown.id()).state().code());
            }
            effect.run();
            notices.decided(find(takedown.id()));
        });
        return find(takedown.id());
    }
}

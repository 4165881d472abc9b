package be.vakoogst.alert;

import be.vakoogst.life.Removal;
import be.vakoogst.life.Removals;
import java.util.List;
import java.util.Optional;

/** Looks for removals that wait for an operator. */
record RemovalRule(Removals removals) implements Rule {

    private static final int MOST = 200;

    @Override
    public boolean judges(AlertKind kind, String subject) {
        return kind == AlertKind.MASS_DELETION;
    }

    @Override
    public List<Condition> conditions() {
        return removals.list(Optional.empty(), Optional.of(Removal.State.WAITING), Long.MAX_VALUE, MOST).stream()
                .map(removal -> new Condition(
                        AlertKind.MASS_DELETION,
                        String.valueOf(removal.id()),
                        List.of(
                                removal.source().value(),
                                String.valueOf(removal.count()),
                                String.valueOf(removal.outOf())),
                        "/operate/sources/" + removal.source()))
                .toList();
    }
}

package be.vakoogst.alert;

import be.vakoogst.index.IndexCheck;
import be.vakoogst.index.IndexStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether the index keeps up with the catalogue, and agrees with it. */
record IndexRule(IndexStatus status, IndexCheck check, AlertSettings settings) implements Rule {

    private static final String PAGE = "/operate/alerts";

    @Override
    public boolean judges(AlertKind kind, String subject) {
        return kind == AlertKind.INDEX_LAG || kind == AlertKind.INDEX_DIFFERS;
    }

    @Override
    public List<Condition> conditions() {
        return Stream.of(lag(), differs()).flatMap(Optional::stream).toList();
    }

    private Optional<Condition> lag() {
        IndexStatus.State state = status.state();
        return Optional.of(state)
                .filter(late -> late.behindSeconds() >= settings.indexLag().toSeconds())
                .map(late -> new Condition(
                        AlertKind.INDEX_LAG,
                        "",
                        List.of(
                                String.valueOf(late.latest() - late.reached()),
                                String.valueOf(late.behindSeconds() / 60),
                                late.waitsBecause().orElse("")),
                        PAGE));
    }

    private Optional<Condition> differs() {
        return check.last()
                .filter(last -> last.leftOver() > 0)
                .map(last -> new Condition(
                        AlertKind.INDEX_DIFFERS, "", List.of(String.valueOf(last.leftOver()), last.index()), PAGE));
    }
}

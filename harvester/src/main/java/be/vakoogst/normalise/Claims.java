package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is claimed of one item, in order of belief; and what each value that was taken rests on. */
final class Claims {

    private static final int LONGEST_PLACE = 200;

    private final Map<Field, List<Statement>> byField;
    private final List<Provenance> provenance = new ArrayList<>();

    Claims(RawRecord listed, Optional<RawRecord> page) {
        this.byField = Stream.concat(
                        listed.statements().stream(), page.stream().flatMap(raw -> raw.statements().stream()))
                .collect(Collectors.groupingBy(
                        Statement::field, () -> new EnumMap<>(Field.class), Collectors.toCollection(ArrayList::new)));
        byField.forEach((field, statements) -> statements.sort(Precedence.of(field)));
    }

    Stream<Statement> about(Field field) {
        return byField.getOrDefault(field, List.of()).stream();
    }

    /** The first statement that a rule can make something of. */
    <T> Optional<T> first(Field field, String name, Function<Value, Optional<T>> rule) {
        return about(field)
                .flatMap(
                        statement -> rule.apply(statement.value()).map(value -> new Taken<>(value, statement)).stream())
                .findFirst()
                .map(taken -> {
                    note(name, taken.statement());
                    return taken.value();
                });
    }

    /** What all statements of the most believed syntax that says anything give, each value once. */
    <T> List<T> every(Field field, String name, Function<Value, List<T>> rule) {
        List<Taken<T>> taken = about(field)
                .flatMap(
                        statement -> rule.apply(statement.value()).stream().map(value -> new Taken<>(value, statement)))
                .toList();
        if (taken.isEmpty()) {
            return List.of();
        }
        Statement first = taken.getFirst().statement();
        note(name, first);
        return taken.stream()
                .filter(one -> one.statement().syntax() == first.syntax())
                .map(Taken::value)
                .distinct()
                .toList();
    }

    void note(String name, Statement statement) {
        note(name, statement.syntax().code(), statement.where());
    }

    void note(String name, String how, String where) {
        provenance.add(new Provenance(name, how, PlainText.atMost(LONGEST_PLACE, PlainText.readable(where))));
    }

    List<Provenance> provenance() {
        return provenance;
    }

    private record Taken<T>(T value, Statement statement) {}
}

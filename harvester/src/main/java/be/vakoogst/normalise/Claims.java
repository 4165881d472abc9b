package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All that is claimed of one item, in order of belief; and what each value that was taken rests on. */
final class Claims {

    private static final int LONGEST_PLACE = 200;

    private final Map<Field, List<Statement>> byField = new EnumMap<>(Field.class);
    private final List<Provenance> provenance = new ArrayList<>();

    Claims(RawRecord listed, Optional<RawRecord> page) {
        listed.statements().forEach(this::add);
        page.ifPresent(raw -> raw.statements().forEach(this::add));
        byField.forEach((field, statements) -> statements.sort(Precedence.of(field)));
    }

    private void add(Statement statement) {
        byField.computeIfAbsent(statement.field(), field -> new ArrayList<>()).add(statement);
    }

    List<Statement> about(Field field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The first statement that a rule can make something of. */
    <T> Optional<T> first(Field field, String name, Function<Value, Optional<T>> rule) {
        for (Statement statement : about(field)) {
            Optional<T> value = rule.apply(statement.value());
            if (value.isPresent()) {
                note(name, statement);
                return value;
            }
        }
        return Optional.empty();
    }

    /** What all statements of the most believed syntax that says anything give, each value once. */
    <T> List<T> every(Field field, String name, Function<Value, List<T>> rule) {
        Set<T> values = new LinkedHashSet<>();
        Optional<Syntax> believed = Optional.empty();
        for (Statement statement : about(field)) {
            if (believed.isEmpty() || believed.get() == statement.syntax()) {
                values.addAll(rule.apply(statement.value()));
            }
            if (believed.isEmpty() && !values.isEmpty()) {
                believed = Optional.of(statement.syntax());
                note(name, statement);
            }
        }
        return List.copyOf(values);
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
}

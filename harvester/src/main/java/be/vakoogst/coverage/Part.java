package be.vakoogst.coverage;

import be.vakoogst.usage.Usage;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * What there is of one trade, one studierichting, or everything, and what is asked of it. What templates call is public.
 *
 * @param trades the trades that it is made of; empty for everything
 * @param counts by dimension, the greatest first
 * @param subjects only of a trade: its school subjects, each with the resources that name it, as they would be found if filed by subject
 * @param named only of a studierichting: the resources that name it, of those that its trades have
 * @param clicks on its resources
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Part(
        String id,
        String label,
        List<String> trades,
        @JsonInclude long resources,
        Map<String, List<Value>> counts,
        List<Value> subjects,
        List<Value> named,
        @JsonUnwrapped Asked asked) {

    /**
     * One count.
     *
     * @param value an id, or {@code none}
     */
    public record Value(
            String value, String label, @JsonInclude long resources) {}

    /** What people asked. */
    @JsonInclude
    public record Asked(long searches, long withoutResult, long clicks) {

        static final Asked NONE = new Asked(0, 0, 0);

        Asked plus(Asked other) {
            return new Asked(searches + other.searches, withoutResult + other.withoutResult, clicks + other.clicks);
        }

        static Asked of(Usage.Demand demand, long clicks) {
            return new Asked(demand.searches(), demand.withoutResult(), clicks);
        }
    }

    public List<Value> values(String dimension) {
        return counts.getOrDefault(dimension, List.of());
    }

    public long count(String dimension, String value) {
        return values(dimension).stream()
                .filter(each -> each.value().equals(value))
                .mapToLong(Value::resources)
                .sum();
    }

    /** The most that anybody would find under one subject. */
    public long fullestSubject() {
        return subjects.stream().mapToLong(Value::resources).max().orElse(0);
    }

    public long emptySubjects() {
        return subjects.stream().filter(subject -> subject.resources() == 0).count();
    }
}

package be.vakoogst.quality;

import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Fact;
import be.vakoogst.life.ItemState;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One check of {@code quality.yml}: holds for a record when all that it asks holds. What templates call is public.
 *
 * @param label what it is called, by language
 * @param advice what to do, by language
 * @param facts that hold
 * @param life states of which the record has one; empty: any
 * @param image {@code broken}: its picture does not come
 */
record QualityCheck(
        String id,
        Map<String, String> label,
        Map<String, String> advice,
        List<Fact> facts,
        List<ItemState> life,
        boolean brokenImage) {

    private static final String ID = "[a-z0-9-]{1,64}";

    /** As it stands in the file. */
    record Stated(
            @Nullable String id,
            @Nullable Map<String, String> label,
            @Nullable Map<String, String> advice,
            @Nullable Map<String, String> facts,
            @Nullable List<String> life,
            @JsonProperty("image") @Nullable String image) {

        /** @throws IllegalArgumentException saying what is wrong with it */
        QualityCheck checked() {
            String name = Optional.ofNullable(id)
                    .filter(text -> text.matches(ID))
                    .orElseThrow(() -> new IllegalArgumentException("id is '" + id + "' and must match " + ID));
            if (facts == null && life == null && image == null) {
                throw new IllegalArgumentException(name + " asks nothing: it needs facts, life or image");
            }
            if (image != null && !image.equals("broken")) {
                throw new IllegalArgumentException(name + ".image is '" + image + "' and can be broken");
            }
            return new QualityCheck(
                    name,
                    Optional.ofNullable(label).orElse(Map.of()),
                    Optional.ofNullable(advice).orElse(Map.of()),
                    facts(name),
                    Optional.ofNullable(life).orElse(List.of()).stream()
                            .map(text -> state(name, text))
                            .toList(),
                    image != null);
        }

        private List<Fact> facts(String name) {
            return Optional.ofNullable(facts).orElse(Map.of()).entrySet().stream()
                    .map(each -> new Fact(
                            Dimension.named(each.getKey())
                                    .orElseThrow(() -> new IllegalArgumentException("%s.facts.%s is none; there are %s"
                                            .formatted(
                                                    name,
                                                    each.getKey(),
                                                    Arrays.stream(Dimension.values())
                                                            .map(Dimension::code)
                                                            .toList()))),
                            each.getValue()))
                    .toList();
        }

        private static ItemState state(String name, String text) {
            return Arrays.stream(ItemState.values())
                    .filter(state -> state.code().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("%s.life: %s is no state; there are %s"
                            .formatted(
                                    name,
                                    text,
                                    Arrays.stream(ItemState.values())
                                            .map(ItemState::code)
                                            .toList())));
        }
    }

    public String label(String language) {
        return label.getOrDefault(language, label.getOrDefault("nl", id));
    }

    public String advice(String language) {
        return advice.getOrDefault(language, advice.getOrDefault("nl", ""));
    }
}

package be.vakoogst.trade;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.TradeAssertion;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/classify}: which trades a text belongs to, and which of its words say so. */
@RestController
class ClassifyController {

    private static final int LONGEST = 100_000;

    private final Classifier classifier;

    ClassifyController(Classifier classifier) {
        this.classifier = classifier;
    }

    /** What to judge: plain texts, each optional, but one of them must be there. */
    record Asked(
            Optional<String> id,
            Optional<String> title,
            Optional<String> description,
            Optional<List<String>> keywords,
            Optional<List<String>> categories,
            Optional<String> text) {

        Classifiable checked() {
            checkEach("keywords", keywords);
            checkEach("categories", categories);
            String all = title.orElse("")
                    + description.orElse("")
                    + text.orElse("")
                    + String.join("", keywords.orElse(List.of()))
                    + String.join("", categories.orElse(List.of()));
            if (all.isBlank()) {
                throw new WrongParameter("title", "is missing, and so are description, keywords, categories and text");
            }
            if (all.length() > LONGEST) {
                throw new WrongParameter("text", "and the others have more than " + LONGEST + " characters together");
            }
            return new Classifiable(
                    title.orElse(""),
                    description.orElse(""),
                    keywords.orElse(List.of()),
                    categories.orElse(List.of()),
                    text.orElse(""));
        }
    }

    /** JSON may hold null where a text is meant. */
    private static void checkEach(String name, Optional<List<String>> texts) {
        if (texts.isPresent() && texts.get().contains(null)) {
            throw new WrongParameter(name, "holds null and may hold texts only");
        }
    }

    /** @param trades the surest first; empty when it belongs to none */
    record Judged(Optional<String> id, List<TradeAssertion> trades) {}

    @PostMapping("/api/classify")
    Judged classify(@RequestBody Asked asked) {
        return new Judged(asked.id(), classifier.classify(asked.checked()));
    }
}

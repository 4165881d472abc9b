package be.vakoogst.trade;

import be.vakoogst.resource.LearningResource;
import java.util.List;

/**
 * What a judgement on trades is made from. Plain texts; empty where there is none.
 *
 * @param categories what its publisher files it under; a path has {@code >} between its steps
 * @param text its beginning is what counts
 */
public record Classifiable(
        String title, String description, List<String> keywords, List<String> categories, String text) {

    /** A text says early what it is about; what comes later blurs the judgement and takes time. */
    private static final int MOST_TEXT = 1500;

    public Classifiable {
        keywords = List.copyOf(keywords);
        categories = List.copyOf(categories);
        text = text.substring(0, Math.min(MOST_TEXT, text.length()));
    }

    public Classifiable(String title, String description, List<String> keywords, String text) {
        this(title, description, keywords, List.of(), text);
    }

    static Classifiable of(LearningResource resource) {
        return new Classifiable(
                resource.title(),
                resource.description().orElse(""),
                resource.subject().keywords().stream()
                        .filter(keyword -> !resource.subject().categories().contains(keyword))
                        .toList(),
                resource.subject().categories(),
                resource.content().fullText().orElse(""));
    }
}

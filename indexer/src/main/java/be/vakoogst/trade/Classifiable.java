package be.vakoogst.trade;

import be.vakoogst.resource.LearningResource;
import java.util.List;

/**
 * What a judgement on trades is made from. Plain texts; empty where there is none.
 *
 * @param text its beginning is what counts
 */
public record Classifiable(String title, String description, List<String> keywords, String text) {

    /** A text says early what it is about; what comes later blurs the judgement and takes time. */
    private static final int MOST_TEXT = 1500;

    public Classifiable {
        keywords = List.copyOf(keywords);
        text = text.substring(0, Math.min(MOST_TEXT, text.length()));
    }

    static Classifiable of(LearningResource resource) {
        return new Classifiable(
                resource.title(),
                resource.description().orElse(""),
                resource.subject().keywords(),
                resource.content().fullText().orElse(""));
    }
}

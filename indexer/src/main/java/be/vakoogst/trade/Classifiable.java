package be.vakoogst.trade;

import java.util.List;

/** What a judgement on trades is made from. Plain texts; empty where there is none. */
public record Classifiable(String title, String description, List<String> keywords, String text) {

    public Classifiable {
        keywords = List.copyOf(keywords);
    }
}

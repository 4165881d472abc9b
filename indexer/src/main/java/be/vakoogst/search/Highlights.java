package be.vakoogst.search;

import be.vakoogst.language.Language;
import be.vakoogst.language.Lookout;
import be.vakoogst.language.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a title and description say what a query means, also in other words: plain text with offsets. */
final class Highlights {

    private static final int MOST_WORDS = 400;
    private static final int FRAGMENT = 240;

    private final Set<String> stems = new HashSet<>();
    private final Lookout lookout;

    Highlights(Language language, Understood understood) {
        this.lookout = new Lookout(language, this::says);
        understood
                .concepts()
                .forEach(concept ->
                        concept.variants().forEach(variant -> variant.words().forEach(this::add)));
        understood
                .phrases()
                .forEach(phrase -> language.read(phrase, MOST_WORDS).forEach(word -> stems.add(word.stem())));
    }

    private void add(Reading word) {
        stems.add(word.stem());
        if (word.parts().isEmpty()) {
            stems.addAll(word.looser());
        }
    }

    List<SearchAnswer.Highlight> of(String title, String description) {
        List<SearchAnswer.Highlight> all = new ArrayList<>();
        add(all, "title", title);
        add(all, "description", description);
        return all;
    }

    private void add(List<SearchAnswer.Highlight> all, String field, String text) {
        List<SearchAnswer.Range> ranges = stems.isEmpty() ? List.of() : ranges(text);
        if (!ranges.isEmpty()) {
            all.add(fragment(field, text, ranges));
        }
    }

    private List<SearchAnswer.Range> ranges(String text) {
        return lookout.in(text, MOST_WORDS).stream()
                .map(place -> new SearchAnswer.Range(place.start(), place.end()))
                .toList();
    }

    private boolean says(Reading word) {
        return stems.contains(word.stem())
                || !Collections.disjoint(word.parts(), stems)
                || !Collections.disjoint(word.looser(), stems);
    }

    /** A title as a whole; of a longer text the piece around the first place, cut between words. */
    private static SearchAnswer.Highlight fragment(String field, String text, List<SearchAnswer.Range> ranges) {
        if (text.length() <= FRAGMENT) {
            return new SearchAnswer.Highlight(field, text, ranges);
        }
        int first = ranges.getFirst().start();
        int space = text.lastIndexOf(' ', Math.max(0, first - FRAGMENT / 3));
        int start = first < FRAGMENT / 2 ? 0 : space + 1;
        int last = text.indexOf(
                ' ',
                Math.min(
                        text.length() - 1,
                        Math.max(start + FRAGMENT, ranges.getFirst().end())));
        int end = last < 0 ? text.length() : last;
        return new SearchAnswer.Highlight(
                field,
                text.substring(start, end),
                ranges.stream()
                        .filter(range -> range.start() >= start && range.end() <= end)
                        .map(range -> new SearchAnswer.Range(range.start() - start, range.end() - start))
                        .toList());
    }
}

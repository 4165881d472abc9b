package be.vakoogst.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trade clusters of {@code trades.yml}, each with its language in a file of its own: {@code trades/ID.yml}. The one that the application uses
 * is renewed in its place when the files have changed. Safe for any number of threads.
 */
public final class Vocabulary {

    private volatile Contents contents;

    /**
     * All of it.
     *
     * @param trades by id, in their order
     * @param against what speaks against any trade
     * @param compoundParts stems of words that compounds are made of, whatever they mean
     * @param silent stems of words that say nothing of any trade
     * @param examples labelled texts to learn from
     * @param digest the SHA-256 of all files of its folder, in hexadecimal digits
     */
    record Contents(
            Map<String, Trade> trades,
            List<Trade.Term> against,
            Set<String> compoundParts,
            Set<String> silent,
            List<Example> examples,
            String digest) {

        Contents {
            trades = Collections.unmodifiableMap(new LinkedHashMap<>(trades));
            against = List.copyOf(against);
            compoundParts = Set.copyOf(compoundParts);
            silent = Set.copyOf(silent);
            examples = List.copyOf(examples);
        }
    }

    private Vocabulary(Contents contents) {
        this.contents = contents;
    }

    /** @throws VocabularyException naming file, line and value of what is wrong */
    public static Vocabulary load(Path folder) {
        return new Vocabulary(new VocabularyReading(folder).read());
    }

    /** Is from now on what that one is. */
    void become(Vocabulary other) {
        contents = other.contents;
    }

    Contents contents() {
        return contents;
    }

    public List<Trade> trades() {
        return new ArrayList<>(contents.trades().values());
    }

    public Optional<Trade> trade(String id) {
        return Optional.ofNullable(contents.trades().get(id));
    }

    /** Labelled texts to learn from. */
    public List<Example> examples() {
        return contents.examples();
    }
}

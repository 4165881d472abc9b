package be.vakoogst.trade;

import static java.util.stream.Collectors.groupingBy;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary that the application uses, its names and its classifier; renewed together, while searches and harvests go on. */
class InForce {

    /** The latest ones; of older ones the model keeps what it needs in later ones like them. */
    private static final int MOST_CORRECTIONS = 2000;

    /** A correction was made because the model was wrong or in doubt just there. */
    private static final double OF_CORRECTION = 3;

    private final Path folder;
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final TradeNames names;
    private final Classifier classifier;

    InForce(Path folder, Catalogue catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.vocabulary = Vocabulary.load(folder);
        this.names = TradeNames.of(vocabulary);
        this.classifier = taught(vocabulary);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    TradeNames names() {
        return names;
    }

    Classifier classifier() {
        return classifier;
    }

    /** The files as they are now, beside what is in force. */
    record Fresh(Vocabulary vocabulary, Classifier classifier) {}

    /** @throws VocabularyException when something is wrong with the files; what is in force stays */
    Fresh fresh() {
        return fresh(Vocabulary.load(folder));
    }

    private Fresh fresh(Vocabulary now) {
        return new Fresh(now, taught(now));
    }

    /**
     * The files as they are now come into force, if they are those with this digest.
     *
     * @throws VocabularyException as {@link #fresh}
     */
    boolean become(String digest) {
        Vocabulary now = Vocabulary.load(folder);
        boolean same = now.contents().digest().equals(digest);
        if (same) {
            become(fresh(now));
        }
        return same;
    }

    void become(Fresh fresh) {
        vocabulary.become(fresh.vocabulary());
        names.become(TradeNames.of(fresh.vocabulary()));
        classifier.become(fresh.classifier());
    }

    private Classifier taught(Vocabulary from) {
        List<Example> corrected = corrected(from);
        return corrected.isEmpty()
                ? Classifier.of(from)
                : Classifier.of(
                        from,
                        Stream.concat(from.examples().stream(), corrected.stream())
                                .toList());
    }

    /** What operators corrected, as labelled texts. */
    private List<Example> corrected(Vocabulary from) {
        return catalogue.corrections().latest(0, MOST_CORRECTIONS).stream()
                .collect(groupingBy(Correction::resource, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(each -> example(each.getKey(), from).stream())
                .toList();
    }

    private Optional<Example> example(ResourceId id, Vocabulary from) {
        return catalogue
                .find(id)
                .flatMap(CatalogueRecord::resource)
                .map(resource -> new Example(Classifiable.of(resource), known(resource, from), OF_CORRECTION));
    }

    private static Set<String> known(LearningResource resource, Vocabulary from) {
        return resource.subject().trades().stream()
                .map(TradeAssertion::id)
                .filter(trade -> from.trade(trade).isPresent())
                .collect(Collectors.toSet());
    }
}

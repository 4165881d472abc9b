package be.vakoogst.normalise;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.source.Source;
import be.vakoogst.trade.Classifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Makes one record of what is claimed about an item. Safe for any number of threads. */
public class Normaliser {

    private final Rules rules;
    private final Classifier classifier;

    private Normaliser(Rules rules, Classifier classifier) {
        this.rules = rules;
        this.classifier = classifier;
    }

    /**
     * @param folder with the mapping tables that normalising needs
     * @throws IllegalArgumentException naming file and line where one of them cannot be read
     */
    public static Normaliser with(Path folder, Classifier classifier) {
        Vocabularies vocabularies = Vocabularies.load(folder);
        Rules rules = new Rules(vocabularies, new Languages(), new Agents(vocabularies.givenNames()));
        return new Normaliser(rules, classifier);
    }

    /** @param page what the item's page says; empty when it has none or could not be read */
    public Normalised normalise(Item item, Optional<RawRecord> page, Source source) {
        Claims claims = new Claims(item.listed(), page);
        if (Robots.forbid(claims)) {
            return impossible(item, Stage.EXTRACT, Reason.ROBOTS, "the page says noindex");
        }
        return new Recording(rules, classifier, item, source, claims)
                .record(page.isPresent())
                .<Normalised>map(Normalised.Made::new)
                .orElseGet(
                        () -> impossible(item, Stage.NORMALISE, Reason.NO_TITLE, "neither list nor page has a title"));
    }

    /** An address as records state it: without what only tells who clicked where. */
    public URI address(URI url) {
        return rules.vocabularies().addresses().clean(url);
    }

    private static Normalised impossible(Item item, Stage stage, Reason reason, String detail) {
        return new Normalised.Impossible(new Failure(item.url(), stage, reason, detail));
    }
}

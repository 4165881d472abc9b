package be.vakoogst.facts;

import be.vakoogst.language.Language;
import be.vakoogst.language.Reading;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the facts off a record. */
class Observing {

    /** Changes with what is read here: then all is read anew. */
    private static final String RULES = "1";

    private static final int MOST_WORDS = 4_000;
    private static final int SHORT_DESCRIPTION = 40;

    private final Language language;
    private final Vocabulary vocabulary;
    private final Audiences audiences;

    Observing(Language language, Vocabulary vocabulary, Audiences audiences) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.audiences = audiences;
    }

    /** Changes whenever the same record may have other facts. */
    String definition() {
        String names = vocabulary.trades().stream()
                .map(trade -> trade.id() + trade.facts().schoolSubjects() + programmes(trade))
                .collect(Collectors.joining());
        return RULES + "-" + language.version() + "-" + Integer.toHexString(names.hashCode());
    }

    /** Each once, in order. */
    Set<Fact> of(LearningResource resource) {
        Set<Fact> facts = new TreeSet<>();
        LearningResource.Education education = resource.education();
        add(facts, Dimension.TRADE, trades(resource));
        add(facts, Dimension.TYPE, education.resourceTypes());
        add(facts, Dimension.AUDIENCE, audiences.withWider(education.audiences()));
        add(facts, Dimension.LEVEL, education.educationalLevels());
        add(facts, Dimension.FINALITY, education.finalities());
        add(
                facts,
                Dimension.READING_LEVEL,
                education.readingLevel().map(level -> level.level().code()).stream()
                        .toList());
        add(
                facts,
                Dimension.LANGUAGE,
                resource.languages().stream().map(tag -> tag.language()).toList());
        add(facts, Dimension.LICENCE, licence(resource));
        add(facts, Dimension.YEAR, year(resource));
        add(facts, Dimension.SOURCE, List.of(resource.origin().source().id().value()));
        form(resource, facts);
        named(resource, facts);
        return facts;
    }

    static List<String> trades(LearningResource resource) {
        return resource.subject().trades().stream().map(TradeAssertion::id).toList();
    }

    private static void add(Set<Fact> facts, Dimension dimension, Collection<String> values) {
        (values.isEmpty() ? List.of(Fact.NONE) : values).forEach(value -> facts.add(new Fact(dimension, value)));
    }

    /** Terms without an id are terms all the same. */
    private static List<String> licence(LearningResource resource) {
        return Stream.of(resource.licence().id(), resource.licence().text().map(text -> "other"))
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
    }

    private static List<String> year(LearningResource resource) {
        return resource
                .dates()
                .dateModified()
                .or(() -> resource.dates().datePublished())
                .map(date -> String.valueOf(date.getYear()))
                .stream()
                .toList();
    }

    private static void form(LearningResource resource, Set<Fact> facts) {
        String description = resource.description().orElse("");
        String length = description.isEmpty() ? Fact.NONE : description.length() < SHORT_DESCRIPTION ? "short" : "yes";
        facts.add(new Fact(Dimension.DESCRIPTION, length));
        facts.add(has(Dimension.IMAGE, resource.content().image().isPresent()));
        facts.add(has(
                Dimension.CREATOR,
                !resource.creators().isEmpty() || resource.publisher().isPresent()));
        facts.add(new Fact(Dimension.BASIS, ((Code) resource.origin().basis()).code()));
        facts.add(new Fact(Dimension.WORK, resource.offers().size() > 1 ? "several" : "one"));
    }

    private static Fact has(Dimension dimension, boolean there) {
        return new Fact(dimension, there ? "yes" : Fact.NONE);
    }

    /** Only names of its own trades: elsewhere they mean something else. */
    private void named(LearningResource resource, Set<Fact> facts) {
        List<Trade> trades = trades(resource).stream()
                .map(vocabulary::trade)
                .flatMap(Optional::stream)
                .toList();
        if (trades.isEmpty()) {
            return;
        }
        Set<String> said = words(resource);
        named(trades, trade -> trade.facts().schoolSubjects(), said)
                .forEach(name -> facts.add(new Fact(Dimension.SUBJECT, name)));
        named(trades, Observing::programmes, said).forEach(name -> facts.add(new Fact(Dimension.PROGRAMME, name)));
    }

    private static List<String> programmes(Trade trade) {
        return trade.facts().studyProgrammes();
    }

    private Stream<String> named(List<Trade> trades, Function<Trade, List<String>> names, Set<String> said) {
        return trades.stream()
                .flatMap(trade -> names.apply(trade).stream())
                .distinct()
                .filter(name -> language.read(name, MOST_WORDS).stream().allMatch(word -> said.contains(word.stem())));
    }

    private Set<String> words(LearningResource resource) {
        String text = String.join(
                " · ",
                resource.title(),
                String.join(" · ", resource.subject().keywords()),
                String.join(" · ", resource.subject().categories()),
                resource.description().orElse(""),
                resource.content().fullText().orElse(""));
        Set<String> words = new HashSet<>();
        for (Reading reading : language.read(text, MOST_WORDS)) {
            words.add(reading.stem());
            words.addAll(reading.parts());
        }
        return words;
    }
}

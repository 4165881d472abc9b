package be.vakoogst.cli;

import be.vakoogst.trade.Skos;
import be.vakoogst.trade.Vocabulary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code skos}: needs neither database nor engine. */
@Command(
        name = "skos",
        description = "Print the vocabulary of trades as a SKOS concept scheme.",
        mixinStandardHelpOptions = true)
class SkosCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(names = "--format", paramLabel = "FORMAT", description = "turtle (default) or jsonld")
    private String format = "turtle";

    @Option(
            names = "--scheme",
            paramLabel = "ADDRESS",
            description =
                    "The address of the concept scheme, below which each trade has its own. Default: ${DEFAULT-VALUE}")
    private String scheme = "http://localhost:8080/api/trades";

    SkosCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Skos skos = Skos.of(Vocabulary.load(around.vocabularies()), scheme);
        around.out()
                .print(
                        switch (format) {
                            case "turtle" -> skos.turtle();
                            case "jsonld" -> skos.jsonLd() + "\n";
                            default -> throw new WrongUse("--format is '" + format + "' and must be turtle or jsonld");
                        });
        around.out().flush();
        return 0;
    }
}

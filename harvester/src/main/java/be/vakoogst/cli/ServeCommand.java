package be.vakoogst.cli;

import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: everything, until Ctrl-C or, to see that it starts, until it is up. */
@Command(
        name = "serve",
        description = "Start the application and stay up until Ctrl-C.",
        mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(names = "--demo", description = "Serve the demo publishers too, and harvest them at once.")
    private boolean demo;

    @Option(
            names = "--check",
            description = "End once everything is up (and the demo publishers are harvested): whether it would start.")
    private boolean check;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = Serving.start(around, around.port(), demo);
        if (demo) {
            harvestDemo(serving);
        }
        around.out().println();
        around.out().printf("Search        http://localhost:%d/%n", serving.port());
        around.out().printf("Search API    http://localhost:%d/api/search?q=hout%n", serving.port());
        around.out()
                .printf(
                        "Console       http://localhost:%d/operate   (operator; password %s)%n",
                        serving.port(), whereThePasswordIs(serving));
        if (check) {
            serving.close();
            around.out().println("Everything started, and was ended again.");
            return 0;
        }
        around.out().println("Stop with Ctrl-C.");
        around.out().flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private String whereThePasswordIs(Serving serving) {
        return around.variable("VAKOOGST_OPERATOR_PASSWORD")
                .map(given -> "of VAKOOGST_OPERATOR_PASSWORD")
                .orElseGet(() -> "in " + serving.folder().operatorPasswordFile());
    }

    private void harvestDemo(Serving serving) throws InterruptedException {
        List<String> ids = new Sources(around.config().resolve("sources"), around.placeholders())
                .all().stream()
                        .map(Source::id)
                        .map(Object::toString)
                        .filter(id -> id.startsWith("demo-"))
                        .toList();
        try (Instance instance = Instances.of(serving, around)) {
            new Following(instance, around.out(), around.terminal(), InstantSource.system()).run(ids, "incremental");
        }
    }
}

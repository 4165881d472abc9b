package be.vakoogst.cli;

import be.vakoogst.backup.BackupFailed;
import be.vakoogst.demo.DemoFailed;
import be.vakoogst.embedded.EmbeddedException;
import be.vakoogst.trade.VocabularyException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door: from arguments to an exit code. */
@Command(
        name = "vakoogst",
        description = "Harvests learning content for trades and makes it findable by trade.",
        mixinStandardHelpOptions = true,
        version = "vakoogst 1.0.0",
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private CommandLineInterface() {}

    /** @return 0, 1 when something failed, 2 for wrong use */
    public static int run(Class<?> application, Map<String, String> environment, String... arguments) {
        Surroundings around = new Surroundings(
                application,
                environment,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return run(around, arguments);
    }

    static int run(Surroundings around, String... arguments) {
        CommandLine evaluate = new CommandLine(new EvaluateCommand())
                .addSubcommand(new EvaluateTradesCommand(around))
                .addSubcommand(new EvaluateSearchCommand(around));
        return new CommandLine(new CommandLineInterface())
                .addSubcommand(new ServeCommand(around))
                .addSubcommand(new HarvestCommand(around))
                .addSubcommand(new RunsCommand(around))
                .addSubcommand(new SourcesCommand(around))
                .addSubcommand(new ClassifyCommand(around))
                .addSubcommand(new SkosCommand(around))
                .addSubcommand(evaluate)
                .addSubcommand(new SearchCommand(around))
                .addSubcommand(new ReindexCommand(around))
                .addSubcommand(new ReclassifyCommand(around))
                .addSubcommand(new ReprocessCommand(around))
                .addSubcommand(new ExportCommand(around))
                .addSubcommand(new BackupCommand(around))
                .addSubcommand(new RestoreCommand(around))
                .setOut(around.out())
                .setErr(around.err())
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, around))
                .execute(arguments);
    }

    /** What a user can do something about is one line; anything else is our fault, and shows where. */
    private static int explain(Exception failure, Surroundings around) throws Exception {
        around.out().flush();
        switch (failure) {
            case WrongUse wrong -> {
                around.err().println(wrong.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            case CommandFailed failed -> around.err().println(failed.getMessage());
            case DemoFailed demo -> around.err().println(demo.getMessage());
            case EmbeddedException part -> around.err().println(part.getMessage());
            case BackupFailed backup -> around.err().println(backup.getMessage());
            case VocabularyException vocabulary -> around.err().println(vocabulary.getMessage());
            default -> around.err().println(StartFailure.explain(failure).orElseThrow(() -> failure));
        }
        return 1;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}

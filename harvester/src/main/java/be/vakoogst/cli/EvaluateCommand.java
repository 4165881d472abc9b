package be.vakoogst.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evaluate trades|search …}: judgements beside labelled data. Behind scripts/evaluate. */
@Command(name = "evaluate", description = "Compare with labelled data.", mixinStandardHelpOptions = true, hidden = true)
class EvaluateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to evaluate: trades or search.");
    }
}

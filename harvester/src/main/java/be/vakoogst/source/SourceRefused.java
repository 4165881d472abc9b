package be.vakoogst.source;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no source, with everything that is wrong with it. */
public class SourceRefused extends RuntimeException {

    private final transient List<SourceProblem> problems;

    public SourceRefused(List<SourceProblem> problems) {
        super(problems.stream().map(SourceProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<SourceProblem> problems() {
        return problems;
    }
}

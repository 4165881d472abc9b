package be.vakoogst.partner;

import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import be.vakoogst.standing.Standing;
import be.vakoogst.standing.Standings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what ended runs brought partners: keeps how complete their records are, and mails what went wrong or changed, and nothing else. */
class AfterRun {

    private static final int LOOKED_AT = 5;

    private final RegistrationTable table;
    private final Runs runs;
    private final Standings standings;
    private final Mails mails;
    private final Said said;

    AfterRun(RegistrationTable table, Runs runs, Standings standings, Mails mails, Said said) {
        this.table = table;
        this.runs = runs;
        this.standings = standings;
        this.mails = mails;
        this.said = said;
    }

    /** How it is put into words, and together. */
    record Said(MessageSource messages, TransactionTemplate transaction) {}

    @Scheduled(fixedDelayString = "PT5S")
    void lookAtEnded() {
        table.harvested().forEach(this::look);
    }

    private void look(Registration registration) {
        registration.sources().forEach(source -> look(registration, source));
    }

    private void look(Registration registration, SourceId source) {
        runs.list(Optional.of(source), Optional.empty(), Long.MAX_VALUE, LOOKED_AT).stream()
                .filter(run -> run.state().isEnd())
                .findFirst()
                .filter(run -> run.id().value() > table.notedRun(registration.id(), source))
                .ifPresent(run -> tell(registration, run));
    }

    private void tell(Registration registration, Run run) {
        if (changed(run)) {
            standings.note(run, registration.sources());
        }
        List<Standing.Problem> failures = standings.of(List.of(run.source())).problems().stream()
                .filter(problem -> !problem.lack())
                .toList();
        String now = run.state() == RunState.FAILED ? "failed: " + signature(failures) : signature(failures);
        said.transaction().executeWithoutResult(status -> {
            boolean otherwise = !now.equals(table.notedProblems(registration.id(), run.source()));
            boolean mine = table.note(registration.id(), run, now);
            if (mine && (otherwise || isNews(registration, run))) {
                mails.write(registration, now.isEmpty() ? "run" : "trouble", story(run, failures, registration));
            }
        });
    }

    /** What they sent themselves is none, unless something went wrong with it. */
    private static boolean isNews(Registration registration, Run run) {
        return changed(run) && run.source().equals(registration.source());
    }

    private static boolean changed(Run run) {
        return run.counts().added() + run.counts().changed() + run.counts().gone() > 0;
    }

    private static String signature(List<Standing.Problem> failures) {
        return failures.stream()
                .map(problem -> problem.code() + " in " + problem.field())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String story(Run run, List<Standing.Problem> failures, Registration registration) {
        Locale locale = Locale.of(registration.language());
        Object[] counts = {
            run.counts().added(),
            run.counts().changed(),
            run.counts().unchanged(),
            run.counts().gone(),
            run.counts().failed()
        };
        return said.messages().getMessage("partner.run", counts, locale)
                + failures.stream().map(problem -> line(problem, locale)).collect(Collectors.joining());
    }

    private String line(Standing.Problem problem, Locale locale) {
        return "\n\n%d × %s %s\n%s"
                .formatted(
                        problem.count(),
                        said.messages().getMessage(problem.message(), null, locale),
                        said.messages().getMessage(problem.message() + ".advice", null, locale),
                        problem.example());
    }
}

package be.vakoogst.partner;

import be.vakoogst.audit.Audit;
import be.vakoogst.control.Proof;
import be.vakoogst.partner.Registration.State;
import be.vakoogst.partner.Registration.Step;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.push.Pushes;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Trigger;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.SourceProblem;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** From an application to an active source and back: every step has a reason, and the partner hears of it. */
class Registrations {

    /** Which text of the permission is shown now; kept with each registration beside the text itself. */
    static final String PERMISSION_VERSION = "2026-11";

    /** Who acts where it is the partner. */
    static final String PARTNER = "partner";

    /** Of a registration, as its source calls them too. */
    private static final Set<String> MEMBERS = Set.of("licence", "audience", "trades");

    private static final int MOST_OF_ONE_NAME = 100;
    private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(15);

    private final RegistrationTable table;
    private final Previews previews;
    private final Activation activation;
    private final Mails mails;
    private final Texts texts;

    Registrations(RegistrationTable table, Previews previews, Activation activation, Mails mails, Texts texts) {
        this.table = table;
        this.previews = previews;
        this.activation = activation;
        this.mails = mails;
        this.texts = texts;
    }

    /** What a step needs of the world around it. */
    record Texts(
            MessageSource messages,
            InstantSource clock,
            Audit audit,
            TransactionTemplate transaction,
            Vocabulary vocabulary) {

        /** Those that a registration may choose. */
        List<String> trades() {
            return vocabulary.trades().stream().map(Trade::id).toList();
        }

        String permission(String language) {
            return messages.getMessage("partner.permission", null, Locale.of(language));
        }
    }

    /** What makes a source of a registration. */
    record Activation(
            SourceEditor editor, Scheduling scheduling, Withdrawals withdrawals, Pushes pushes, boolean provenMayJoin) {

        /** @throws WrongParameter when what was chosen is in no vocabulary */
        void check(SourceDraft draft) {
            List<SourceProblem> problems =
                    editor.check(draft.id(), draft.yaml()).problems();
            if (!problems.isEmpty()) {
                SourceProblem first = problems.getFirst();
                throw new WrongParameter(member(first), first.message());
            }
        }

        /** What the partner calls it: the file is ours, and nothing to show to anybody. */
        private static String member(SourceProblem problem) {
            String name = problem.key().replaceFirst("^defaults\\.", "");
            return MEMBERS.contains(name) ? name : "registration";
        }

        /** The source of a registration that is in a state now. */
        void follow(State state, SourceId id, String yaml) {
            if (state == State.ACTIVE) {
                activate(id, yaml);
            } else {
                rest(id, yaml);
            }
        }

        /** Nothing new comes of a source that is there; what it brought stays. */
        void rest(SourceId id, String yaml) {
            if (editor.text(id).isPresent()) {
                editor.save(id, yaml + "enabled: false\n");
            }
        }

        void activate(SourceId id, String yaml) {
            editor.save(id, yaml);
            scheduling.runNow(id, Mode.INCREMENTAL, Trigger.OPERATOR);
        }
    }

    /** @throws WrongParameter when there is no such preview or way */
    Registration apply(Application application) {
        SourceDraft draft = free(previews.way(application.preview(), application.way()))
                .registered(
                        application.organisation(),
                        SourceKind.PUBLISHER,
                        application.every(),
                        SourceDraft.defaults(
                                application.licence(), application.audience(), application.trades(), Optional.empty()));
        activation.check(draft);
        Registration registration = submitted(application, draft);
        texts.transaction().executeWithoutResult(status -> {
            table.insert(registration, draft.yaml(), PERMISSION_VERSION);
            table.event(registration.id(), State.SUBMITTED, PARTNER, "");
            mails.confirm(registration, table.confirmToken(registration.id()));
        });
        return registration;
    }

    private Registration submitted(Application application, SourceDraft draft) {
        return new Registration(
                Unguessable.name(),
                draft.url(),
                draft.id(),
                Optional.of(application.preview()),
                application.organisation(),
                application.contact(),
                application.email(),
                application.language(),
                application.licence(),
                texts.permission(application.language()),
                State.SUBMITTED,
                Optional.empty(),
                Unguessable.name(),
                Optional.empty(),
                texts.clock().instant(),
                List.of());
    }

    /** The same under an id that nobody has. */
    private SourceDraft free(SourceDraft draft) {
        return Stream.concat(
                        Stream.of(draft.id()),
                        IntStream.range(2, MOST_OF_ONE_NAME).mapToObj(number -> numbered(draft.id(), number)))
                .filter(id -> !table.isTaken(id) && activation.editor().text(id).isEmpty())
                .findFirst()
                .map(draft::called)
                .orElseThrow(() -> Refusal.tooOften("This address was registered often enough"));
    }

    private static SourceId numbered(SourceId id, int number) {
        String text = id.value();
        return new SourceId(text.substring(0, Math.min(60, text.length())) + "-" + number);
    }

    Optional<Registration> find(String id) {
        return table.find(id);
    }

    List<Registration> list(int limit) {
        return table.list(limit);
    }

    /** The link of the mail was opened, if the token is the one it has. */
    void confirm(Registration registration, String token) {
        boolean right = token.equals(table.confirmToken(registration.id()));
        if (right && table.confirm(registration.id())) {
            table.event(registration.id(), registration.state(), Step.CONFIRMED, "");
            admit(registration.id());
        }
    }

    /** Control of the site was proven. */
    void prove(Registration registration, Proof proof) {
        table.prove(registration.id(), proof);
        table.event(registration.id(), registration.state(), Step.PROVEN, proof.code());
        admit(registration.id());
    }

    /** Who reads the mail and controls the site needs no operator. */
    private void admit(String id) {
        Registration registration = table.find(id).orElseThrow();
        boolean known = registration.confirmedAt().isPresent()
                && registration.provenAt().isPresent();
        if (activation.provenMayJoin() && known && registration.state() == State.SUBMITTED) {
            approve(registration, "");
        }
    }

    /**
     * Another way or address, found by a look. On a site that the partner is known to control it holds at once; else the old one rests until an
     * operator has decided, and goes on if that decides against the new one.
     *
     * @throws WrongParameter when there is no such preview or way
     */
    Registration readdress(Registration registration, String preview, int way) {
        require(registration, registration.state() != State.REFUSED && registration.state() != State.WITHDRAWN);
        SourceDraft draft = previews.way(preview, way).called(registration.source());
        boolean same = registration.isAtSameSite(draft.url());
        boolean known = same
                && registration.provenAt().isPresent()
                && !registration.state().isOpen();
        String yaml = draft.inPlaceOf(table.yaml(registration.id()));
        if (!known) {
            table.keepApproved(registration.id());
        }
        table.readdress(registration.id(), preview, draft.url(), yaml, same);
        State next = known ? registration.state() : State.SUBMITTED;
        activation.follow(next, registration.source(), yaml);
        table.move(registration.id(), next, Step.READDRESSED, draft.url().toString());
        return find(registration.id()).orElseThrow();
    }

    Registration approve(Registration registration, String comment) {
        require(registration, registration.state().isOpen());
        activation.withdrawals().welcomeBack(registration);
        activation.activate(registration.source(), table.yaml(registration.id()));
        table.forgetApproved(registration.id());
        return move(registration, State.ACTIVE, comment, "approved");
    }

    /** Where another address is refused, the one that was approved before holds on. */
    Registration refuse(Registration registration, String comment) {
        require(registration, registration.state().isOpen());
        String why = reason(comment);
        return table.takeBackApproved(registration.id())
                .map(before -> goOn(registration.id(), before, why))
                .orElseGet(() -> move(registration, State.REFUSED, why, "refused"));
    }

    private Registration goOn(String id, State before, String why) {
        Registration registration = table.find(id).orElseThrow();
        activation.follow(before, registration.source(), table.yaml(id));
        return move(registration, before, why, "address-refused");
    }

    Registration askChanges(Registration registration, String comment) {
        require(registration, registration.state().isOpen());
        return move(registration, State.CHANGES_ASKED, reason(comment), "changes");
    }

    private static String reason(String comment) {
        if (comment.isBlank()) {
            throw new WrongParameter("comment", "must say why: the partner reads it");
        }
        return comment.strip();
    }

    /** By the partner: no more runs, what was harvested stays. */
    Registration pause(Registration registration) {
        require(registration, registration.state() == State.ACTIVE);
        activation.rest(registration.source(), table.yaml(registration.id()));
        return moveByPartner(registration, State.PAUSED);
    }

    Registration resume(Registration registration) {
        require(registration, registration.state() == State.PAUSED);
        activation.activate(registration.source(), table.yaml(registration.id()));
        return moveByPartner(registration, State.ACTIVE);
    }

    /** By the partner: the source goes, all that it offered is gone from every output within seconds, and nothing brings it back. */
    Registration withdraw(Registration registration) {
        require(registration, registration.state() != State.WITHDRAWN);
        activation.editor().remove(registration.source());
        table.forgetApproved(registration.id());
        activation.pushes().leave(registration.source());
        Registration withdrawn = moveByPartner(registration, State.WITHDRAWN);
        activation.withdrawals().all(withdrawn);
        return withdrawn;
    }

    /**
     * By the partner: a run now.
     *
     * @throws Refusal when they asked for one a moment ago
     */
    void checkNow(Registration registration) {
        require(registration, registration.state() == State.ACTIVE);
        if (!table.askRun(registration.id(), texts.clock().instant().minus(BETWEEN_CHECKS))) {
            throw Refusal.tooOften("A run was asked for less than " + BETWEEN_CHECKS.toMinutes() + " minutes ago");
        }
        activation.scheduling().runNow(registration.source(), Mode.INCREMENTAL, Trigger.PARTNER);
    }

    /** By the partner: one item is gone from every output within seconds, and no harvest brings it back. */
    void withdraw(Registration registration, ResourceId item) {
        activation.withdrawals().one(registration, item);
        table.event(registration.id(), registration.state(), Step.ITEM_WITHDRAWN, item.value());
    }

    /** By the partner: an item that they took back may be shown again. */
    void restore(Registration registration, ResourceId item) {
        require(registration, registration.state() == State.ACTIVE);
        SourceId source = activation.withdrawals().again(registration, item);
        table.event(registration.id(), registration.state(), Step.ITEM_RESTORED, item.value());
        activation.scheduling().runNow(source, Mode.FULL, Trigger.PARTNER);
    }

    /** @throws Refusal if it is not being harvested */
    SourceId harvested(Registration registration) {
        require(registration, registration.state() == State.ACTIVE);
        return registration.source();
    }

    private static void require(Registration registration, boolean possible) {
        if (!possible) {
            throw Refusal.conflict(
                    "This registration is " + registration.state().code());
        }
    }

    private Registration moveByPartner(Registration registration, State state) {
        table.move(registration.id(), state, PARTNER, "");
        return find(registration.id()).orElseThrow();
    }

    private Registration move(Registration registration, State state, String comment, String mail) {
        texts.transaction().executeWithoutResult(status -> {
            table.move(registration.id(), state, Audit.actor(), comment);
            texts.audit()
                    .record(
                            "registration." + state.code(),
                            "registration:" + registration.source(),
                            registration.state().code(),
                            state.code() + ": " + comment);
            mails.write(registration, mail, comment);
        });
        return find(registration.id()).orElseThrow();
    }
}

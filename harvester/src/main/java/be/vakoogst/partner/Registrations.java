package be.vakoogst.partner;

import be.vakoogst.audit.Audit;
import be.vakoogst.partner.Registration.State;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Trigger;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** From an application to an active source and back: every step has a reason, and the partner hears of it. */
class Registrations {

    /** Which text of the permission is shown now; kept with each registration beside the text itself. */
    static final String PERMISSION_VERSION = "2026-11";

    private static final String PARTNER = "partner";
    private static final int MOST_OF_ONE_NAME = 100;

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
    record Texts(MessageSource messages, InstantSource clock, Audit audit, TransactionTemplate transaction) {

        String permission(String language) {
            return messages.getMessage("partner.permission", null, Locale.of(language));
        }
    }

    /** What makes a source of a registration. */
    record Activation(SourceEditor editor, Scheduling scheduling) {

        void activate(SourceId id, String yaml) {
            editor.save(id, yaml);
            scheduling.runNow(id, Mode.INCREMENTAL, Trigger.OPERATOR);
        }
    }

    /** @throws WrongParameter when there is no such preview or way */
    Registration apply(Application application) {
        PreviewResult.Offered way = previews.find(application.preview())
                .flatMap(Preview::result)
                .filter(result -> application.way() >= 0
                        && application.way() < result.ways().size())
                .map(result -> result.ways().get(application.way()))
                .orElseThrow(() -> new WrongParameter("preview", "is none that found this way to harvest"));
        SourceDraft draft = free(way.draft())
                .registered(
                        application.organisation(),
                        SourceKind.PUBLISHER,
                        application.every(),
                        SourceDraft.defaults(
                                application.licence(), application.audience(), application.trades(), Optional.empty()));
        Registration registration = submitted(application, draft);
        texts.transaction().executeWithoutResult(status -> {
            table.insert(registration, draft.yaml(), PERMISSION_VERSION);
            table.event(registration.id(), State.SUBMITTED, PARTNER, "");
            mails.write(registration, "confirm", "");
        });
        return registration;
    }

    private Registration submitted(Application application, SourceDraft draft) {
        return new Registration(
                Unguessable.name(),
                draft.url(),
                draft.id(),
                application.organisation(),
                application.contact(),
                application.email(),
                application.language(),
                application.licence(),
                texts.permission(application.language()),
                State.SUBMITTED,
                Optional.empty(),
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

    /** The link of the mail was opened. */
    void confirm(Registration registration) {
        if (table.confirm(registration.id())) {
            table.event(registration.id(), registration.state(), PARTNER, "mail confirmed");
        }
    }

    Registration approve(Registration registration, String comment) {
        require(registration, registration.state().isOpen());
        activation.activate(registration.source(), table.yaml(registration.id()));
        return move(registration, State.ACTIVE, comment, "approved");
    }

    Registration refuse(Registration registration, String comment) {
        require(registration, registration.state().isOpen());
        return move(registration, State.REFUSED, reason(comment), "refused");
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
        activation.editor().save(registration.source(), table.yaml(registration.id()) + "enabled: false\n");
        return moveByPartner(registration, State.PAUSED);
    }

    Registration resume(Registration registration) {
        require(registration, registration.state() == State.PAUSED);
        activation.activate(registration.source(), table.yaml(registration.id()));
        return moveByPartner(registration, State.ACTIVE);
    }

    /** By the partner: the source goes, and with it, as for any removed source, all that only it offered. */
    Registration withdraw(Registration registration) {
        require(registration, registration.state() != State.WITHDRAWN);
        activation.editor().remove(registration.source());
        return moveByPartner(registration, State.WITHDRAWN);
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

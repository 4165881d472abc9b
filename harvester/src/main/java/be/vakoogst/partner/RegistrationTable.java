package be.vakoogst.partner;

import be.vakoogst.control.Proof;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Run;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations and their history in the database. */
class RegistrationTable {

    private final JdbcClient database;
    private final InstantSource clock;

    RegistrationTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(Registration registration, String yaml, String permissionVersion) {
        database.sql("""
                        insert into registration (id, address, source_id, source_yaml, preview_id, organisation, contact, email, language,
                            licence, permission, permission_version, state, proof_token, created_at)
                        values (:id, :address, :source, :yaml, :preview, :organisation, :contact, :email, :language,
                            :licence, :permission, :version, :state, :proof, :created)
                        """)
                .param("id", registration.id())
                .param("address", registration.address().toString())
                .param("source", registration.source().value())
                .param("yaml", yaml)
                .param("preview", registration.preview().orElse(null))
                .param("organisation", registration.organisation())
                .param("contact", registration.contact())
                .param("email", registration.email())
                .param("language", registration.language())
                .param("licence", registration.licence().orElse(null))
                .param("permission", registration.permission())
                .param("version", permissionVersion)
                .param("state", registration.state().code())
                .param("proof", registration.proofToken())
                .param("created", registration.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(String id, Registration.State state, String actor, String comment) {
        set(id, state);
        event(id, state, actor, comment);
    }

    /** By a step of the partner. */
    void move(String id, Registration.State state, Registration.Step step, String subject) {
        set(id, state);
        event(id, state, step, subject);
    }

    private void set(String id, Registration.State state) {
        database.sql("update registration set state = :state where id = :id")
                .param("state", state.code())
                .param("id", id)
                .update();
    }

    void event(String id, Registration.State state, String actor, String comment) {
        event(id, state, actor, Optional.empty(), comment);
    }

    /** @param subject what the step was about */
    void event(String id, Registration.State state, Registration.Step step, String subject) {
        event(id, state, Registrations.PARTNER, Optional.of(step), subject);
    }

    private void event(
            String id, Registration.State state, String actor, Optional<Registration.Step> step, String comment) {
        database.sql("""
                        insert into registration_event (registration_id, at, state, actor, step, comment)
                        values (:id, :now, :state, :actor, :step, :comment)
                        """)
                .param("step", step.map(Registration.Step::code).orElse(null))
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("state", state.code())
                .param("actor", actor)
                .param("comment", comment)
                .update();
    }

    /** @return false when it was confirmed before */
    boolean confirm(String id) {
        return database.sql("update registration set confirmed_at = :now where id = :id and confirmed_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What the link of the mail says, and nobody else knows. */
    String confirmToken(String id) {
        return database.sql("select confirm_token from registration where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** @return false when it was asked for after {@code since} already */
    boolean askProof(String id, Instant since) {
        return ask("proof_asked_at", id, since);
    }

    /** What holds now is what holds on if another address is not approved. */
    void keepApproved(String id) {
        database.sql("""
                        insert into approved_address (registration_id, address, source_yaml, preview_id, proven_at, proof, state)
                        select id, address, source_yaml, preview_id, proven_at, proof, state from registration
                        where id = :id and state in ('active', 'paused')
                        on conflict do nothing
                        """).param("id", id).update();
    }

    /** Whatever holds now, nothing before it will again. */
    void forgetApproved(String id) {
        database.sql("delete from approved_address where registration_id = :id")
                .param("id", id)
                .update();
    }

    /** The state in which it was with the address that was approved before, which it has again; empty when it never had one. */
    Optional<Registration.State> takeBackApproved(String id) {
        return database.sql("""
                        with before as (delete from approved_address where registration_id = :id returning *)
                        update registration r set address = before.address, source_yaml = before.source_yaml,
                            preview_id = before.preview_id, proven_at = before.proven_at, proof = before.proof
                        from before where r.id = before.registration_id
                        returning before.state
                        """).param("id", id).query(String.class).optional().map(RegistrationTable::state);
    }

    /** Another address; what was proven holds only where it is on the same site. */
    void readdress(String id, String preview, URI address, String yaml, boolean sameSite) {
        database.sql("""
                        update registration set address = :address, source_yaml = :yaml, preview_id = :preview,
                            proven_at = case when :same then proven_at end, proof = case when :same then proof end
                        where id = :id
                        """)
                .param("address", address.toString())
                .param("yaml", yaml)
                .param("preview", preview)
                .param("same", sameSite)
                .param("id", id)
                .update();
    }

    void prove(String id, Proof proof) {
        database.sql("update registration set proven_at = :now, proof = :proof where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("proof", proof.code())
                .param("id", id)
                .update();
    }

    String yaml(String id) {
        return database.sql("select source_yaml from registration where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Optional<Registration> find(String id) {
        return database.sql("select * from registration where id = :id")
                .param("id", id)
                .query(this::registration)
                .optional();
    }

    /** Those an operator has to decide on first, then the latest. */
    List<Registration> list(int limit) {
        return database.sql("""
                        select * from registration
                        order by case when state in ('submitted', 'changes-asked') then 0 else 1 end, created_at desc limit :limit
                        """).param("limit", limit).query(this::registration).list();
    }

    /** A source whose publisher left, and where it was. */
    record Left(SourceId source, URI address) {}

    List<Left> left() {
        return database.sql("select source_id, address from registration where state = 'withdrawn'")
                .query((row, number) -> new Left(new SourceId(row.getString(1)), URI.create(row.getString(2))))
                .list();
    }

    /** Those that are being harvested. */
    List<Registration> harvested() {
        return database.sql("select * from registration where state = 'active'")
                .query(this::registration)
                .list();
    }

    /** The last run of a source that this partner was told of; 0 where there is none. */
    long notedRun(String id, SourceId source) {
        return database.sql("select run_id from noted_run where registration_id = :id and source_id = :source")
                .param("id", id)
                .param("source", source.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    String notedProblems(String id, SourceId source) {
        return database.sql("select problems from noted_run where registration_id = :id and source_id = :source")
                .param("id", id)
                .param("source", source.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @return false when another node did, or a later run was noted already */
    boolean note(String id, Run run, String problems) {
        return database.sql("""
                        insert into noted_run (registration_id, source_id, run_id, problems) values (:id, :source, :run, :problems)
                        on conflict (registration_id, source_id) do update set run_id = excluded.run_id, problems = excluded.problems
                        where noted_run.run_id < excluded.run_id
                        """)
                        .param("id", id)
                        .param("source", run.source().value())
                        .param("run", run.id().value())
                        .param("problems", problems)
                        .update()
                == 1;
    }

    /** @return false when a run was asked for after {@code since} already */
    boolean askRun(String id, Instant since) {
        return ask("asked_run_at", id, since);
    }

    private boolean ask(String lastTime, String id, Instant since) {
        return database.sql("""
                        update registration set %1$s = :now
                        where id = :id and (%1$s is null or %1$s < :since)
                        """.formatted(lastTime))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The registration that a source is harvested for. */
    Optional<Registration> ofSource(SourceId source) {
        return database.sql(
                        "select * from registration where source_id = :source and state in ('active', 'paused') order by created_at desc limit 1")
                .param("source", source.value())
                .query(this::registration)
                .optional();
    }

    boolean isTaken(SourceId source) {
        return database.sql(
                        "select exists (select 1 from registration where source_id = :source and state <> 'refused')")
                .param("source", source.value())
                .query(Boolean.class)
                .single();
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        return new Registration(
                row.getString("id"),
                URI.create(row.getString("address")),
                new SourceId(row.getString("source_id")),
                Optional.ofNullable(row.getString("preview_id")),
                row.getString("organisation"),
                row.getString("contact"),
                row.getString("email"),
                row.getString("language"),
                Optional.ofNullable(row.getString("licence")),
                row.getString("permission"),
                state(row.getString("state")),
                time(row, "confirmed_at"),
                row.getString("proof_token"),
                time(row, "proven_at"),
                time(row, "created_at").orElseThrow(),
                history(row.getString("id")));
    }

    private List<Registration.Event> history(String id) {
        return database.sql(
                        "select at, state, actor, step, comment from registration_event where registration_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new Registration.Event(
                        time(row, "at").orElseThrow(),
                        state(row.getString("state")),
                        row.getString("actor"),
                        Optional.ofNullable(row.getString("step")).map(RegistrationTable::step),
                        row.getString("comment")))
                .list();
    }

    private static Registration.State state(String code) {
        return Registration.State.valueOf(constant(code));
    }

    private static Registration.Step step(String code) {
        return Registration.Step.valueOf(constant(code));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

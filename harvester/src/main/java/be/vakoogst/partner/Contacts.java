package be.vakoogst.partner;

import be.vakoogst.resource.ResourceJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The people behind registrations. Of those that are refused or left they are forgotten; who is still a partner withdraws first. */
class Contacts {

    private static final String OVER = "state in ('refused', 'withdrawn') and email <> ''";

    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    private record Contact(
            String organisation,
            String contact,
            String email,
            String address,
            String state,
            OffsetDateTime createdAt) {}

    List<JsonNode> of(String email) {
        return database.sql("""
                        select organisation, contact, email, address, state, created_at from registration
                        where lower(email) = lower(:email) order by created_at
                        """).param("email", email).query(Contact.class).list().stream()
                .<JsonNode>map(ResourceJson.mapper()::valueToTree)
                .toList();
    }

    int erase(String email) {
        return database.sql("update registration set contact = '', email = '' where lower(email) = lower(:email) and "
                        + OVER)
                .param("email", email)
                .update();
    }

    int forget(Instant before) {
        return database.sql("""
                        update registration set contact = '', email = '' where %s and not exists (
                            select 1 from registration_event e where e.registration_id = registration.id and e.at >= :before)
                        """.formatted(OVER))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package be.vakoogst.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is about people is kept for its time and no longer, in every room that keeps some. */
class RetentionTest {

    private static final JdbcClient DATABASE = TestApplication.database();

    @Test
    void whatWasKeptLongEnoughGoesAndWhatWasNotStays() {
        for (String age : List.of("10 years", "1 day")) {
            DATABASE.sql(
                            "insert into search_count values (current_date - cast(? as interval), 'bewaarvraag', '', 1, 0)")
                    .param(age)
                    .update();
            DATABASE.sql("insert into click_count values (current_date - cast(? as interval), 'bewaarvraag', 'x', 1)")
                    .param(age)
                    .update();
            DATABASE.sql("""
                            insert into report (resource_id, reason, remark, reported, closed)
                            values ('x', 'other', 'bewaarmelding', now() - cast(? as interval), now() - cast(? as interval))
                            """).param(age).param(age).update();
            DATABASE.sql("""
                            insert into audit_entry (at, actor, action, subject)
                            values (now() - cast(? as interval), 'bewaarder', 'kept', 'x')""").param(age).update();
            DATABASE.sql("""
                            insert into outgoing_mail (recipient, subject, body, made_at, not_before, sent_at)
                            select 'bewaar@voorbeeld.be', '', '', at, at, at from (select now() - cast(? as interval) as at) as moment
                            """).param(age).update();
            DATABASE.sql("""
                            insert into takedown (key, address, reason, explanation, name, email, language, state, asked_at, decided_at)
                            select 'bewaar ' || ?, 'x', 'other', 'waarom', 'wie', 'bewaar@voorbeeld.be', 'nl', 'refused', at, at
                            from (select now() - cast(? as interval) as at) as moment
                            """).param(age).param(age).update();
            DATABASE.sql("""
                            insert into registration (id, address, source_id, source_yaml, organisation, contact, email, language,
                                permission, permission_version, state, created_at)
                            values ('bewaar ' || ?, 'https://a.example/', 'bewaar', '', 'Bewaar', 'wie', 'bewaar@voorbeeld.be', 'nl',
                                '', '', 'refused', now() - cast(? as interval))
                            """).param(age).param(age).update();
            DATABASE.sql("""
                            insert into registration_event (registration_id, at, state, actor, comment)
                            values ('bewaar ' || ?, now() - cast(? as interval), 'refused', 'operator', '')
                            """).param(age).param(age).update();
        }

        TestApplication.context().getBean(Retention.class).forget();

        assertThat(count("search_count where query = 'bewaarvraag'")).isEqualTo(1);
        assertThat(count("click_count where query = 'bewaarvraag'")).isEqualTo(1);
        assertThat(count("report where remark = 'bewaarmelding'")).isEqualTo(1);
        assertThat(count("audit_entry where actor = 'bewaarder'")).isEqualTo(1);
        assertThat(count("outgoing_mail where recipient = 'bewaar@voorbeeld.be'"))
                .isEqualTo(1);
        assertThat(count("takedown where email = 'bewaar@voorbeeld.be'")).isEqualTo(1);
        assertThat(count("takedown where key like 'bewaar %'")).isEqualTo(2);
        assertThat(count("registration where email = 'bewaar@voorbeeld.be'")).isEqualTo(1);
    }

    @Test
    void everythingThatIsHeldHasARoomThatLetsItGo() {
        assertThat(TestApplication.context().getBeansOfType(Aging.class).values())
                .extracting(Aging::what)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Held.values()));
    }

    private static int count(String where) {
        return DATABASE.sql("select count(*) from " + where)
                .query(Integer.class)
                .single();
    }
}

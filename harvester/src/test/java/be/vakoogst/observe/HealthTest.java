package be.vakoogst.observe;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.index.IndexStatus;
import be.vakoogst.role.Role;
import be.vakoogst.schedule.Scheduling;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import tools.jackson.databind.JsonNode;

/** Whether a node is ready, told per role and dependency. */
class HealthTest {

    @Test
    void readinessIsToldPerRoleAndDependency() {
        JsonNode ready = until(
                "/actuator/health/readiness",
                health -> health.path("status").asString().equals("UP"));

        assertThat(ready.at("/components/db/status").asString()).isEqualTo("UP");
        JsonNode roles = ready.at("/components/roles/components");
        assertThat(roles.propertyNames()).containsExactlyInAnyOrder("harvest", "index", "search");
        assertThat(roles.at("/search/details/index").asString()).startsWith("testapplication");
        assertThat(getAsAnybody("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void strangersHearWhetherAndNotWhy() {
        assertThat(getAsAnybody("/actuator/health/readiness").body())
                .contains("status")
                .doesNotContain("testapplication")
                .doesNotContain("details");
        assertThat(getAsAnybody("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", administrator()).statusCode()).isEqualTo(200);
    }

    @Test
    void aNodeAnswersForNoRoleThatItDoesNotPlay() {
        var context = TestApplication.context();
        var roles = (CompositeHealthContributor) RoleHealth.of(
                Set.of(Role.HARVEST), context.getBean(IndexStatus.class)::state, context.getBean(Scheduling.class));

        assertThat(roles.stream().map(HealthContributors.Entry::name)).containsExactly("harvest");
    }
}

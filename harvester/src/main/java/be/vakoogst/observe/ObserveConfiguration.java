package be.vakoogst.observe;

import be.vakoogst.facts.Facts;
import be.vakoogst.index.IndexCheck;
import be.vakoogst.index.IndexStatus;
import be.vakoogst.life.Removals;
import be.vakoogst.mail.Outbox;
import be.vakoogst.role.Role;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class ObserveConfiguration {

    @Bean
    StateMeters.IndexState watchedIndex(IndexStatus status, IndexCheck check) {
        return new StateMeters.IndexState(status, check);
    }

    @Bean
    StateMeters.Watched watched(Runs runs, StateMeters.IndexState index, Facts facts, Removals removals, Outbox mails) {
        return new StateMeters.Watched(runs, index, facts, removals, mails);
    }

    @Bean
    StateMeters stateMeters(StateMeters.Watched watched, MeterRegistry registry) {
        return new StateMeters(watched, registry);
    }

    /** Called {@code roles} in the answer. */
    @Bean
    HealthContributor rolesHealthContributor(
            Environment environment, IndexStatus index, Scheduling scheduling, InstantSource clock) {
        return RoleHealth.of(Role.played(environment), new RecentState(index, clock), scheduling);
    }

    /** Traces that go nowhere are not made: they cost each request some of its time. Without these, the real ones are. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${management.opentelemetry.tracing.export.otlp.endpoint:}'.isEmpty()")
    static class Untraced {

        @Bean
        Tracer tracer() {
            return Tracer.NOOP;
        }

        @Bean
        Propagator propagator() {
            return Propagator.NOOP;
        }
    }
}

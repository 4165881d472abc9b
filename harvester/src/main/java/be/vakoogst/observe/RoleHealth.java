package be.vakoogst.observe;

import be.vakoogst.index.IndexStatus;
import be.vakoogst.role.Role;
import be.vakoogst.schedule.Scheduling;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether this node can do what its roles ask of it; roles that it does not play are not there. */
final class RoleHealth {

    private RoleHealth() {}

    static HealthContributor of(Set<Role> roles, Supplier<IndexStatus.State> index, Scheduling scheduling) {
        Map<String, HealthContributor> contributors = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (roles.contains(role)) {
                contributors.put(role.name().toLowerCase(Locale.ROOT), indicator(role, index, scheduling));
            }
        }
        return CompositeHealthContributor.fromMap(contributors);
    }

    private static HealthIndicator indicator(Role role, Supplier<IndexStatus.State> index, Scheduling scheduling) {
        return switch (role) {
            case HARVEST -> () -> up(scheduling.isRunning()).build();
            case INDEX -> () -> indexing(index.get());
            case SEARCH -> () -> searching(index.get());
        };
    }

    private static Health indexing(IndexStatus.State state) {
        Health.Builder health = up(state.waitsBecause().isEmpty() && state.answers())
                .withDetail("behindChanges", state.latest() - state.reached())
                .withDetail("behindSeconds", state.behindSeconds());
        state.waitsBecause().ifPresent(why -> health.withDetail("waitsBecause", why));
        return health.build();
    }

    /** An index that is behind answers all the same. */
    private static Health searching(IndexStatus.State state) {
        Health.Builder health = up(state.answers());
        state.name().ifPresent(name -> health.withDetail("index", name));
        return health.build();
    }

    private static Health.Builder up(boolean well) {
        return well ? Health.up() : Health.down();
    }
}

package be.vakoogst.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Compares {@link ConditionalOnRole} with the setting. */
final class PlaysRole implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Role needed = metadata.getAnnotations().get(ConditionalOnRole.class).getEnum("value", Role.class);
        return Role.played(context.getEnvironment()).contains(needed);
    }
}

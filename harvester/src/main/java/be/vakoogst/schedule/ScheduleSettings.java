package be.vakoogst.schedule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much this node does at a time.
 *
 * @param parallel sources that run by their schedule at the same time; what somebody asks for runs beside them
 */
@ConfigurationProperties("vakoogst.schedule")
record ScheduleSettings(@DefaultValue("32") int parallel) {

    ScheduleSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException(
                    "vakoogst.schedule.parallel is %d and must be 1 or more".formatted(parallel));
        }
    }
}

package be.vakoogst.life;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely the life of records is watched.
 *
 * @param checkEvery how long after one look at a record's address comes the next; the looks are spread over that time
 * @param checkAtOnce addresses that are looked at in one minute, at most; 0: none ever
 * @param failures answers in a row that a record is gone, before it is
 * @param failingFor over how long they must be spread
 * @param retention how long what was changed or removed can be undone
 */
@ConfigurationProperties("vakoogst.life")
record LifeSettings(
        @DefaultValue("14d") Duration checkEvery,
        @DefaultValue("20") int checkAtOnce,
        @DefaultValue("3") int failures,
        @DefaultValue("3d") Duration failingFor,
        @DefaultValue("30d") Duration retention) {

    LifeSettings {
        require(checkEvery.isPositive(), "check-every", checkEvery, "a duration above 0s");
        require(checkAtOnce >= 0 && checkAtOnce <= 1000, "check-at-once", checkAtOnce, "0 to 1000");
        require(failures >= 1, "failures", failures, "1 or more");
        require(!failingFor.isNegative(), "failing-for", failingFor, "a duration");
        require(!retention.isNegative(), "retention", retention, "a duration");
    }

    private static void require(boolean right, String key, Object value, String allowed) {
        if (!right) {
            throw new IllegalArgumentException("vakoogst.life.%s is %s and must be %s".formatted(key, value, allowed));
        }
    }
}

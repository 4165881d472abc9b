package be.vakoogst.schedule;

import java.lang.management.ManagementFactory;
import org.springframework.core.env.Environment;

/** What tells this node from all others: the name that its starter gave it for good, else one that ends with its process. */
record NodeName(String value) {

    /** Set where one name can only have one living process at a time. */
    private static final String SETTING = "vakoogst.node";

    static NodeName of(Environment environment) {
        return new NodeName(environment.getProperty(
                SETTING, ManagementFactory.getRuntimeMXBean().getName()));
    }
}

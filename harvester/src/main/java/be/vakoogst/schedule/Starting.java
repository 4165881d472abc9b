package be.vakoogst.schedule;

import be.vakoogst.role.Role;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets this node run sources, if that is its role. Without it, wishes for runs are still taken, for other nodes to fulfil. */
class Starting implements DbSchedulerStarter {

    private final Scheduler scheduler;
    private final JdbcClient database;
    private final NodeName node;
    private final Environment environment;

    Starting(Scheduler scheduler, JdbcClient database, NodeName node, Environment environment) {
        this.scheduler = scheduler;
        this.database = database;
        this.node = node;
        this.environment = environment;
    }

    @Override
    @EventListener(ApplicationReadyEvent.class)
    public void doStart() {
        if (Role.played(environment).contains(Role.HARVEST)) {
            letGoOfWhatWeHeldBefore();
            scheduler.start();
        }
    }

    /** A node of this name ran before and was killed: what it held need not wait until others take it for dead. */
    private void letGoOfWhatWeHeldBefore() {
        database.sql("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked and picked_by = :node
                        """).param("node", node.value()).update();
    }
}

package be.vakoogst.schedule;

import be.vakoogst.run.Runs;
import be.vakoogst.source.Sources;
import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** db-scheduler with one virtual thread per run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {

    @Bean
    Task<Void> harvestTask(Sources sources, Runs runs, InstantSource clock) {
        return new HarvestTask(sources, runs, clock).task();
    }

    @Bean
    Scheduling scheduling(Scheduler scheduler, Sources sources, Runs runs, InstantSource clock) {
        return new Scheduling(scheduler, sources, runs, clock);
    }

    @Bean
    NodeName nodeName(Environment environment) {
        return NodeName.of(environment);
    }

    @Bean
    DbSchedulerStarter starting(Scheduler scheduler, JdbcClient database, NodeName node, Environment environment) {
        return new Starting(scheduler, database, node, environment);
    }

    @Bean
    Clock dbSchedulerClock(InstantSource clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer namedAndOnVirtualThreads(NodeName node) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(node.value()));
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newVirtualThreadPerTaskExecutor());
            }
        };
    }
}

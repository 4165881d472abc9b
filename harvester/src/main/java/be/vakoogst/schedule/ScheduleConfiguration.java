package be.vakoogst.schedule;

import be.vakoogst.audit.Audit;
import be.vakoogst.run.Retries;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** db-scheduler with one virtual thread per run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleConfiguration {

    @Bean
    Task<Void> harvestTask(
            Sources sources, Runs runs, Timetable timetable, InstantSource clock, ScheduleSettings settings) {
        return new HarvestTask(sources, runs, timetable, clock, settings.parallel()).task();
    }

    @Bean
    Timetable timetable(Runs runs, Openings openings, InstantSource clock) {
        return new Timetable(runs, openings, clock);
    }

    @Bean
    Openings openings(Sources sources, Pauses pauses, InstantSource clock) {
        return new Openings(sources, pauses, clock);
    }

    @Bean
    Pauses pauses(JdbcClient database, Audit audit, InstantSource clock) {
        return new Pauses(database, audit, clock);
    }

    @Bean
    Scheduling.Queue queue(Runs runs, Retries retries, Pauses pauses) {
        return new Scheduling.Queue(runs, retries, pauses);
    }

    @Bean
    Scheduling scheduling(
            Scheduler scheduler, Sources sources, Scheduling.Queue queue, Timetable timetable, InstantSource clock) {
        return new Scheduling(scheduler, sources, queue, timetable, clock);
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

package be.vakoogst.standing;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.life.Lives;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Sources;
import be.vakoogst.usage.Usage;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    @Bean
    Standings.Traces standingTraces(Runs runs, Lives lives, Catalogue catalogue, Sources sources) {
        return new Standings.Traces(runs, lives, catalogue, sources);
    }

    @Bean
    Standings standings(
            Standings.Traces traces, Scheduling scheduling, JdbcClient database, Usage usage, InstantSource clock) {
        return new Standings(traces, scheduling, new QualityTable(database), usage, clock);
    }
}

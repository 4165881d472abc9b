package be.vakoogst.push;

import be.vakoogst.fetch.Fetcher;
import be.vakoogst.folder.Uploads;
import be.vakoogst.life.Takebacks;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.Sources;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class PushConfiguration {

    @Bean
    PushKeys pushKeys(JdbcClient database, InstantSource clock) {
        return new PushKeys(database, clock);
    }

    @Bean
    PushTable pushTable(JdbcClient database, InstantSource clock) {
        return new PushTable(database, clock);
    }

    @Bean
    PushGate pushGate(PushTable table, PushSettings settings) {
        return new PushGate(table, settings);
    }

    @Bean
    Pushes.Running pushRunning(Sources sources, Runs runs, Scheduling scheduling, Takebacks takebacks) {
        return new Pushes.Running(sources, runs, scheduling, takebacks);
    }

    @Bean
    Pushes pushes(
            Pushes.Tables tables, Pushes.Running running, SourceEditor editor, Uploads uploads, PushSettings settings) {
        return new Pushes(tables, running, editor, uploads, settings);
    }

    @Bean
    SubscriptionTable subscriptionTable(JdbcClient database, InstantSource clock) {
        return new SubscriptionTable(database, clock);
    }

    @Bean
    Pushes.Tables pushTables(PushTable pushed, SubscriptionTable subscriptions) {
        return new Pushes.Tables(pushed, subscriptions);
    }

    @Bean
    Hubs hubs(SubscriptionTable table) {
        return new Hubs(table);
    }

    @Bean
    @ConditionalOnRole(Role.HARVEST)
    Subscriptions subscriptions(
            Sources sources, SourceEditor editor, SubscriptionTable table, Fetcher fetcher, PushSettings settings) {
        return new Subscriptions(sources, editor, table, fetcher, settings);
    }
}

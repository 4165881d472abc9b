package be.vakoogst.life;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.normalise.Normaliser;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.source.Sources;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the parts of this room are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifeSettings.class)
class LifeConfiguration {

    @Bean
    LifeTable lifeTable(JdbcClient database) {
        return new LifeTable(database);
    }

    @Bean
    RemovalTable removalTable(JdbcClient database) {
        return new RemovalTable(database);
    }

    @Bean
    Lives lives(LifeTable table) {
        return new Lives(table);
    }

    @Bean
    LinkCheck linkCheck(Fetcher fetcher, InstantSource clock, Catalogue catalogue, Normaliser normaliser) {
        return LinkCheck.by(fetcher, clock, url -> catalogue.isOverview(normaliser.address(url)));
    }

    @Bean
    Removals removals(
            RemovalTable removals,
            LifeTable lives,
            Catalogue catalogue,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        return new Removals(removals, lives, catalogue, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Takebacks takebacks(
            LifeTable lives, Catalogue catalogue, PlatformTransactionManager transactions, InstantSource clock) {
        return new Takebacks(lives, catalogue, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Settling.Clockwork lifeClockwork(InstantSource clock, LifeSettings settings) {
        return new Settling.Clockwork(clock, settings);
    }

    @Bean
    Settling settling(
            Removals removals, RemovalTable table, LifeTable lives, LinkCheck links, Settling.Clockwork clockwork) {
        return new Settling(removals, table, lives, links, clockwork);
    }

    @Bean
    Moving moving(
            LifeTable lives, Catalogue catalogue, PlatformTransactionManager transactions, Normaliser normaliser) {
        return new Moving(lives, catalogue, new TransactionTemplate(transactions), normaliser::address);
    }

    @Bean
    Watch.Ending watchEnding(RemovalTable table, Removals removals, Settling settling, Moving moving) {
        return new Watch.Ending(table, removals, settling, moving);
    }

    @Bean
    Housekeeping.Kept housekeepingKept(LifeTable lives, RemovalTable table, Catalogue catalogue) {
        return new Housekeeping.Kept(lives, table, catalogue);
    }

    @Bean
    @ConditionalOnRole(Role.HARVEST)
    Housekeeping housekeeping(
            Sources sources,
            Housekeeping.Kept kept,
            Removals removals,
            List<Leftovers> leftovers,
            Settling.Clockwork clockwork) {
        return new Housekeeping(sources, kept, removals, leftovers, clockwork);
    }

    @Bean
    @ConditionalOnRole(Role.HARVEST)
    Watch watch(Sources sources, LifeTable lives, LinkCheck links, Watch.Ending ending, Settling.Clockwork clockwork) {
        return new Watch(sources, lives, links, ending, clockwork);
    }
}

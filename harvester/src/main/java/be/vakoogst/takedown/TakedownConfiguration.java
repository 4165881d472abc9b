package be.vakoogst.takedown;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.life.Settling;
import be.vakoogst.limit.RateLimit;
import be.vakoogst.mail.Outbox;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.retention.AboutPeople;
import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TakedownSettings.class)
class TakedownConfiguration {

    @Bean
    FilterRegistrationBean<RateLimit> takedownLimit(TakedownSettings settings) {
        return RateLimit.of(
                "takedown", settings.perHour(), Duration.ofHours(1), Set.of("POST"), "/takedown", "/api/takedowns");
    }

    @Bean
    TakedownTable takedownTable(JdbcClient database, InstantSource clock) {
        return new TakedownTable(database, clock);
    }

    @Bean
    Notices takedownNotices(Outbox outbox, MessageSource messages, Audit audit) {
        return new Notices(outbox, messages, audit);
    }

    @Bean
    Takedowns takedowns(
            TakedownTable table,
            Catalogue catalogue,
            Settling life,
            Notices notices,
            PlatformTransactionManager transactions) {
        return new Takedowns(table, catalogue, life, notices, new TransactionTemplate(transactions));
    }

    @Bean
    Aging takedownsAge(TakedownTable table) {
        return new Aging(Held.TAKEDOWNS, table::forgetAskers);
    }

    @Bean
    AboutPeople takedownsOfPeople(TakedownTable table) {
        return new AboutPeople(
                Held.TAKEDOWNS,
                email -> table.askedBy(email).stream()
                        .<JsonNode>map(ResourceJson.mapper()::valueToTree)
                        .toList(),
                table::forgetAsker);
    }
}

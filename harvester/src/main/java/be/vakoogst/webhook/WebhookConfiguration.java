package be.vakoogst.webhook;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    WebhookTable webhookTable(JdbcClient database, InstantSource clock) {
        return new WebhookTable(database, clock);
    }

    @Bean
    Webhooks webhooks(WebhookTable table, Catalogue catalogue, WebhookSettings settings, Audit audit) {
        return new Webhooks(table, catalogue, settings, audit);
    }

    @Bean
    Telling telling(
            WebhookTable table, Catalogue catalogue, Fetcher fetcher, WebhookSettings settings, InstantSource clock) {
        return new Telling(table, catalogue, fetcher, settings, clock);
    }
}

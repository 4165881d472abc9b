package be.vakoogst.audit;

import be.vakoogst.retention.Aging;
import be.vakoogst.retention.Held;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Audit audit(JdbcClient jdbc, InstantSource clock, JsonMapper json) {
        return new Audit(jdbc, clock, json);
    }

    @Bean
    Aging auditAges(Audit audit) {
        return new Aging(Held.AUDIT, audit::forget);
    }
}

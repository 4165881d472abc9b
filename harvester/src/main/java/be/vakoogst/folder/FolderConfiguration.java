package be.vakoogst.folder;

import be.vakoogst.life.Leftovers;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class FolderConfiguration {

    /** Behind what sets the encoding, before anybody reads a parameter. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<UploadLimit> uploadLimit(Environment environment) {
        FilterRegistrationBean<UploadLimit> registration =
                new FilterRegistrationBean<>(new UploadLimit(new UploadLimit.Most(
                        size(environment, "spring.servlet.multipart.max-request-size"),
                        environment.getRequiredProperty("server.tomcat.max-part-count", Integer.class),
                        size(environment, "server.tomcat.max-part-header-size"))));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(EARLY);
        return registration;
    }

    private static DataSize size(Environment environment, String key) {
        return DataSize.parse(environment.getRequiredProperty(key));
    }

    @Bean
    Uploads uploads(UploadSettings settings) {
        return new Uploads(settings);
    }

    @Bean
    Leftovers uploadedDocuments(Uploads uploads) {
        return uploads::remove;
    }

    @Bean
    FolderConnector folderConnector(Uploads uploads) {
        return new FolderConnector(uploads);
    }
}

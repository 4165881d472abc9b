package be.vakoogst.folder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class FolderConfiguration {

    @Bean
    Uploads uploads(UploadSettings settings) {
        return new Uploads(settings);
    }

    @Bean
    FolderConnector folderConnector(Uploads uploads) {
        return new FolderConnector(uploads);
    }
}

package be.vakoogst.folder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FolderConfiguration {

    @Bean
    FolderConnector folderConnector() {
        return new FolderConnector();
    }
}

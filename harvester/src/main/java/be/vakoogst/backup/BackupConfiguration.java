package be.vakoogst.backup;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    @Bean
    Backup backup(DataSource database, Environment environment, InstantSource clock) {
        Path config = Path.of(environment.getProperty("vakoogst.config", "config"));
        Path uploads = Path.of(environment.getProperty("vakoogst.upload.folder", "data/uploads"));
        return new Backup(database, new Folders(config.resolve("sources"), uploads), clock);
    }
}

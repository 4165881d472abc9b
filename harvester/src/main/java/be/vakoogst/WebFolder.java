package be.vakoogst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Keeps the web server's own folders where its base folder is ({@code server.tomcat.basedir}): by itself it makes one for documents in the
 * system's temporary folder, where each process that is killed leaves one behind.
 */
@Configuration(proxyBeanMethods = false)
class WebFolder {

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> documentsInItsBaseFolder(Environment environment) {
        Optional<Path> base = Optional.ofNullable(environment.getProperty("server.tomcat.basedir"))
                .map(Path::of);
        return factory -> base.ifPresent(folder ->
                factory.setDocumentRoot(made(folder.resolve("documents")).toFile()));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The web server's folder cannot be made: " + folder, e);
        }
    }
}

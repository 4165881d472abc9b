package be.vakoogst.cli;

import be.vakoogst.document.DocumentSettings;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.folder.UploadSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/** The settings of a dry run: those of {@code config/application.yml} and the environment, read as the application reads them, but without starting it. */
final class DryRunSettings {

    private DryRunSettings() {}

    /** @throws CommandFailed naming the key, its value and what is allowed */
    static FetchSettings fetch(Surroundings around) {
        return bound(around, "vakoogst.fetch", FetchSettings.class);
    }

    /** @throws CommandFailed naming the key, its value and what is allowed */
    static DocumentSettings document(Surroundings around) {
        return bound(around, "vakoogst.document", DocumentSettings.class);
    }

    /** @throws CommandFailed naming the key, its value and what is allowed */
    static UploadSettings upload(Surroundings around) {
        return bound(around, "vakoogst.upload", UploadSettings.class);
    }

    private static <T> T bound(Surroundings around, String prefix, Class<T> settings) {
        PlaceholdersResolver placeholders =
                value -> value instanceof String text ? around.placeholders().apply(text) : value;
        Binder binder = new Binder(ConfigurationPropertySources.from(sources(around)), placeholders);
        try {
            return binder.bindOrCreate(prefix, Bindable.of(settings));
        } catch (BindException e) {
            throw new CommandFailed(String.valueOf(cause(e).getMessage()));
        }
    }

    private static MutablePropertySources sources(Surroundings around) {
        MutablePropertySources sources = new MutablePropertySources();
        around.variable("VAKOOGST_ALLOW_PRIVATE")
                .ifPresent(hosts -> sources.addLast(
                        new MapPropertySource("allowed", Map.of("vakoogst.fetch.allow-private", hosts))));
        sources.addLast(new MapPropertySource(
                "data",
                Map.of("vakoogst.upload.folder", Serving.uploads(around.data()).toString())));
        sources.addLast(new SystemEnvironmentPropertySource("environment", Map.copyOf(around.environment())));
        file(around.config().resolve("application.yml")).forEach(sources::addLast);
        return sources;
    }

    private static List<PropertySource<?>> file(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : cause(failure.getCause());
    }
}

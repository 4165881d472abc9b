package be.vakoogst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No library that is known to be broken is on the class path. Needs no network: what is known stands in {@code known-vulnerable.txt}. */
class DependenciesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)(?:[-.][A-Za-z].*)?\\.jar");

    private record Library(String name, Version version) {}

    /** Broken before {@code fixed}. */
    private record Known(String name, Version fixed, String advisory) {

        private boolean isIn(Library library) {
            return library.name().equals(name) && library.version().compareTo(fixed) < 0;
        }
    }

    @Test
    void noLibraryIsKnownToBeBroken() {
        List<Library> libraries = libraries();
        assertThat(libraries).extracting(Library::name).contains("spring-core", "jsoup", "tika-core", "postgresql");

        assertThat(known().filter(broken -> libraries.stream().anyMatch(broken::isIn)))
                .isEmpty();
    }

    @Test
    void anOlderVersionWouldBeSeen() {
        Known known = new Known("tika-core", Version.parse("3.2.2"), "");

        assertThat(known.isIn(new Library("tika-core", Version.parse("3.2.1")))).isTrue();
        assertThat(known.isIn(new Library("tika-core", Version.parse("3.10.0"))))
                .isFalse();
        assertThat(known.isIn(new Library("tika-core-more", Version.parse("1.0"))))
                .isFalse();
    }

    private static List<Library> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .map(jar -> new Library(jar.group(1), Version.parse(jar.group(2))))
                .toList();
    }

    private static Stream<Known> known() {
        try (InputStream in = DependenciesTest.class.getResourceAsStream("/be/vakoogst/known-vulnerable.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\\s+"))
                            .map(part -> new Known(part[0], Version.parse(part[1]), part[2]))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

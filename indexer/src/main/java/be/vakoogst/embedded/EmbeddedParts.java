package be.vakoogst.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The database and the search engine of this start: those that the environment names, and embedded ones for the rest.
 * Made for {@code main}, before the Spring context: give it {@link #properties()}, and register {@link #close()} with
 * {@code SpringApplication.getShutdownHandlers()}, which run after the context is closed.
 */
public final class EmbeddedParts implements AutoCloseable {

    /** Environment variable → Spring property, for what is handed on as it is given. */
    private static final Map<String, String> GIVEN = Map.of(
            "VAKOOGST_DB_URL", "spring.datasource.url",
            "VAKOOGST_DB_USER", "spring.datasource.username",
            "VAKOOGST_DB_PASSWORD", "spring.datasource.password",
            "VAKOOGST_SEARCH_URL", "vakoogst.search.url",
            "VAKOOGST_SEARCH_USER", "vakoogst.search.user",
            "VAKOOGST_SEARCH_PASSWORD", "vakoogst.search.password",
            "VAKOOGST_SEARCH_API_KEY", "vakoogst.search.api-key");

    private final Map<String, String> properties;
    private final Optional<EmbeddedDatabase> database;
    private final Optional<EmbeddedEngine> engine;

    private EmbeddedParts(
            Map<String, String> properties, Optional<EmbeddedDatabase> database, Optional<EmbeddedEngine> engine) {
        this.properties = properties;
        this.database = database;
        this.engine = engine;
    }

    /**
     * Starts, side by side, what the environment does not name. When it returns, both may still be coming up; their addresses are known.
     *
     * @param folder an opened data folder; the parts keep their data below it
     * @param environment variables as {@link System#getenv()} gives them; an empty value counts as none
     * @throws EmbeddedException when a part cannot be started; then, as after any other failure, the other one is ended too
     */
    public static EmbeddedParts start(DataFolder folder, Map<String, String> environment) {
        Path path = folder.path();
        Optional<EmbeddedDatabase> database = unlessGiven(
                environment,
                "VAKOOGST_DB_URL",
                () -> EmbeddedDatabase.start(databaseProgram(environment, path), path.resolve("database")));
        try {
            Optional<EmbeddedEngine> engine = unlessGiven(
                    environment,
                    "VAKOOGST_SEARCH_URL",
                    () -> EmbeddedEngine.start(engineProgram(environment, path), path.resolve("engine")));
            return new EmbeddedParts(properties(environment, database, engine), database, engine);
        } catch (RuntimeException failed) {
            Ending.of(parts(database, Optional.empty()));
            throw failed;
        }
    }

    /** The folder of the embedded engine's program: below {@code VAKOOGST_PROGRAMS}, which several data folders may share, else in the data folder. */
    public static Path engineProgram(Map<String, String> environment, Path data) {
        return programs(environment).orElse(data).resolve("engine");
    }

    /** The folder of the embedded database's program, likewise. */
    public static Path databaseProgram(Map<String, String> environment, Path data) {
        return programs(environment)
                .map(programs -> programs.resolve("database"))
                .orElseGet(() -> data.resolve("database/program"));
    }

    private static Optional<Path> programs(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("VAKOOGST_PROGRAMS"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /** Settings for the Spring context, embedded or given: {@code spring.datasource.*} and {@code vakoogst.search.*}. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    /** Empty when the search engine stands elsewhere. */
    public Optional<EmbeddedEngine> engine() {
        return engine;
    }

    /** Waits for the embedded database, if there is one; see {@link EmbeddedDatabase#awaitReady}. */
    public void awaitDatabase() {
        database.ifPresent(EmbeddedDatabase::awaitReady);
    }

    /** Waits for the embedded engine, if there is one; see {@link EmbeddedEngine#awaitReady}. */
    public void awaitEngine(Duration patience) {
        engine.ifPresent(started -> started.awaitReady(patience));
    }

    /** Ends the embedded parts side by side, politely for 4 s and then at once; returns within 5 s. */
    @Override
    public void close() {
        Ending.of(parts(database, engine));
    }

    private static <P extends Part> Optional<P> unlessGiven(
            Map<String, String> environment, String variable, Supplier<P> start) {
        return environment.getOrDefault(variable, "").isBlank() ? Optional.of(start.get()) : Optional.empty();
    }

    private static List<Part> parts(Optional<? extends Part> database, Optional<? extends Part> engine) {
        return Stream.of(database, engine).<Part>flatMap(Optional::stream).toList();
    }

    private static Map<String, String> properties(
            Map<String, String> environment, Optional<EmbeddedDatabase> database, Optional<EmbeddedEngine> engine) {
        Map<String, String> properties = new LinkedHashMap<>();
        GIVEN.forEach((variable, property) -> Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> properties.put(property, value)));
        database.ifPresent(part -> {
            properties.put("spring.datasource.url", part.url());
            properties.put("spring.datasource.username", part.user());
            properties.put("spring.datasource.password", part.password());
        });
        engine.ifPresent(part -> {
            properties.keySet().removeIf(property -> property.startsWith("vakoogst.search."));
            properties.put("vakoogst.search.url", part.url().toString());
        });
        return properties;
    }
}

package be.vakoogst.index;

import be.vakoogst.language.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The indices behind the alias: which one serves, making a new one, and changing over. */
class Indices {

    private static final String ONLY_WHAT_IS_NEEDED =
            "?expand_wildcards=all&filter_path=*.settings.index.uuid,*.mappings._meta";

    private final SearchEngine engine;
    private final Language language;
    private final InstantSource clock;

    Indices(SearchEngine engine, Language language, InstantSource clock) {
        this.engine = engine;
        this.language = language;
        this.clock = clock;
    }

    /**
     * An index.
     *
     * @param uuid the engine's own id of it
     * @param definition the version of the files it was made from
     */
    record Index(String name, String uuid, String definition) {}

    /** The index that serves; made when there is none. */
    Index serving() {
        return find().orElseGet(() -> create(IndexDefinition.read(language).body(List.of(engine.alias()))));
    }

    boolean outdated(Index index) {
        return !IndexDefinition.read(language).version().equals(index.definition());
    }

    /** An index that serves nobody yet: nothing can be found in it, and what a crash of the engine loses is noticed before it serves. */
    Index createBeside() {
        return create(IndexDefinition.read(language).bodyToBeFilled());
    }

    /** From now on as an index that serves; what is in it is safe. */
    void settle(Index index) {
        engine.json(
                "PUT",
                "/" + index.name() + "/_settings",
                Optional.of(IndexDefinition.read(language).serving()));
        engine.json("POST", "/" + index.name() + "/_flush", Optional.empty());
    }

    /** From one moment to the next searches find the new index; the others go. */
    void changeOver(Index to) {
        ArrayNode actions = JsonMapper.shared().createArrayNode();
        all(engine.alias() + "-*")
                .map(Index::name)
                .filter(name -> !name.equals(to.name()))
                .forEach(name -> actions.addObject().putObject("remove_index").put("index", name));
        actions.addObject().putObject("add").put("index", to.name()).put("alias", engine.alias());
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set("actions", actions);
        engine.json("POST", "/_aliases", Optional.of(body));
    }

    void remove(Index index) {
        engine.jsonIfThere("DELETE", "/" + index.name(), Optional.empty());
    }

    void refresh(Index index) {
        engine.json("POST", "/" + index.name() + "/_refresh", Optional.empty());
    }

    /** The index that serves; empty when there is none. */
    Optional<Index> find() {
        return all(engine.alias()).findFirst();
    }

    /** Asked for four times a second, of what may be an error and no index: only what is needed of settings that hold whole word lists. */
    private Stream<Index> all(String expression) {
        return engine.jsonIfThere("GET", "/" + expression + ONLY_WHAT_IS_NEEDED, Optional.empty()).stream()
                .flatMap(found -> found.properties().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> index(entry.getKey(), entry.getValue()))
                .filter(index -> !index.uuid().isEmpty());
    }

    private static Index index(String name, JsonNode answer) {
        return new Index(
                name,
                answer.at("/settings/index/uuid").asString(""),
                answer.at("/mappings/_meta/definition").asString(""));
    }

    private Index create(JsonNode body) {
        String name = engine.alias() + "-" + clock.millis();
        engine.json("PUT", "/" + name, Optional.of(body));
        return all(name).findFirst().orElseThrow(() -> engine.away(name + " was made and is not there"));
    }
}

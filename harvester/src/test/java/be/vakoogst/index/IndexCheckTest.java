package be.vakoogst.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue against a real index that somebody else changed. */
class IndexCheckTest {

    private final SearchEngine engine = IndexRoom.engineAt(TestEngine.url(), "checktest");
    private final IndexRoom room = new IndexRoom(engine);
    private final TransactionTemplate transaction = room.transaction;
    private final Catalogue catalogue = room.catalogue;
    private final IndexLedger ledger = room.ledger;
    private final Indices indices = room.indices;
    private final Filling filling = room.filling;
    private final Reindex reindex = room.reindex;
    private final IndexCheck check = new IndexCheck(indices, room.comparison, filling, ledger, InstantSource.system());

    @BeforeEach
    void empty() {
        TestDatabase.clear();
        removeIndices();
    }

    @AfterEach
    void clear() throws Exception {
        removeIndices();
        engine.close();
        TestDatabase.clear();
    }

    private void removeIndices() {
        engine.json("GET", "/_cat/indices/checktest*?format=json&expand_wildcards=all", Optional.empty())
                .forEach(
                        index -> engine.json("DELETE", "/" + index.path("index").asString(), Optional.empty()));
    }

    @Test
    void whatAgreesIsLeftAlone() {
        accept("Zagen", "Schaven", "Boren");
        fill();

        IndexCheck.Result result = check.run().orElseThrow();

        assertThat(result.compared()).isEqualTo(3);
        assertThat(result.differences()).isZero();
        assertThat(check.last())
                .hasValueSatisfying(last -> assertThat(last.compared()).isEqualTo(3));
    }

    @Test
    void whatIsMissingStaleOrTooManyIsFoundAndMended() {
        accept("Zagen", "Schaven", "Boren", "Vijlen");
        fill();
        String index = indices.serving().name();
        delete(index, id("Zagen"));
        put(index, id("Schaven"), "{\"id\":\"%s\"}".formatted(id("Schaven")));
        put(index, "f".repeat(32), "{\"id\":\"%s\"}".formatted("f".repeat(32)));
        withdraw("Vijlen");
        fill();
        put(index, id("Vijlen"), "{\"id\":\"%s\"}".formatted(id("Vijlen")));

        IndexCheck.Result result = check.run().orElseThrow();

        assertThat(result.missing()).isEqualTo(1);
        assertThat(result.stale()).isEqualTo(1);
        assertThat(result.extra()).isEqualTo(2);
        assertThat(result.leftOver()).isZero();
        assertThat(titles()).containsExactlyInAnyOrder("Zagen", "Schaven", "Boren");
        assertThat(check.run().orElseThrow().differences()).isZero();
    }

    @Test
    void oneDocumentThatTheIndexRefusesHoldsBackNoOtherWhoseVersionSomebodyRaised() {
        List<String> taken = IntStream.range(10, 20).mapToObj(Integer::toString).toList();
        takesNumbersAsTitlesOnly();
        accept(taken.toArray(String[]::new));
        accept("Zagen");
        fill();
        String index = indices.serving().name();
        Stream.concat(taken.stream(), Stream.of("Zagen"))
                .map(IndexCheckTest::id)
                .forEach(id -> put(index, id, "{\"id\":\"%s\"}".formatted(id)));

        IndexCheck.Result result = check.run().orElseThrow();

        assertThat(result.stale()).isEqualTo(11);
        assertThat(result.leftOver()).isEqualTo(1);
        assertThat(titles()).containsAll(taken);
        assertThat(ledger.refused("", 10))
                .extracting(refused -> refused.id().value())
                .containsExactly(id("Zagen"));
    }

    @Test
    void whatTheIndexCannotHoldYetIsNoDifference() {
        accept("Zagen");
        fill();
        accept("Schaven");

        assertThat(check.run().orElseThrow().differences()).isZero();
    }

    @Test
    void aNewIndexThatLacksSomethingDoesNotServe() {
        accept("Zagen", "Schaven");
        fill();
        String before = indices.serving().name();
        Filling forgetful = new Filling(engine, catalogue, ledger, room.document) {
            @Override
            long upTo(ChangeNumber goal, Indices.Index index) {
                long changes = super.upTo(goal, index);
                if (changes > 0) {
                    indices.refresh(index);
                    delete(index.name(), id("Zagen"));
                }
                return changes;
            }
        };

        assertThatThrownBy(() -> new Reindex(indices, forgetful, ledger, room.comparison).run())
                .isInstanceOf(IndexDiffers.class)
                .hasMessageContaining("1 documents")
                .hasMessageContaining("2 records");

        assertThat(indices.serving().name()).isEqualTo(before);
        assertThat(titles()).containsExactlyInAnyOrder("Zagen", "Schaven");
        reindex.run();
        assertThat(indices.serving().name()).isNotEqualTo(before);
    }

    @Test
    void anIndexOfAnotherCatalogueIsMadeAnew() {
        accept("Zagen");
        fill();
        String before = indices.serving().name();
        room.jdbc.sql("delete from index_position").update();

        reindex.renew();

        assertThat(indices.serving().name()).isNotEqualTo(before);
        assertThat(titles()).containsExactly("Zagen");
    }

    /** An index of our making, but for one field. */
    private void takesNumbersAsTitlesOnly() {
        engine.json("PUT", "/checktest-1", Optional.of(JsonMapper.shared().readTree("""
                {"aliases": {"checktest": {}}, "mappings": {"dynamic": false,
                 "properties": {"id": {"type": "keyword"}, "sortTitle": {"type": "integer"}}}}""")));
    }

    private void accept(String... titles) {
        transaction.executeWithoutResult(status -> catalogue.accept(Stream.of(titles)
                .map(title -> new Submission(Resources.titled(title), List.of()))
                .toList()));
    }

    private void withdraw(String title) {
        transaction.executeWithoutResult(
                status -> catalogue.withdraw(List.of(Resources.titled(title).id()), "weg"));
    }

    private void fill() {
        Indices.Index index = indices.serving();
        while (filling.step(index) > 0) {
            // up to the last change
        }
        indices.refresh(index);
    }

    private static String id(String title) {
        LearningResource resource = Resources.titled(title);
        return resource.id().value();
    }

    private void delete(String index, String id) {
        engine.json("DELETE", "/" + index + "/_doc/" + id + "?refresh=true", Optional.empty());
    }

    /** By the engine's own count of versions, as somebody would who knows nothing of ours. */
    private void put(String index, String id, String document) {
        engine.json(
                "PUT",
                "/" + index + "/_doc/" + id + "?refresh=true",
                Optional.of(JsonMapper.shared().readTree(document)));
    }

    private List<String> titles() {
        indices.refresh(indices.serving());
        JsonNode found = engine.json("GET", "/checktest/_search?size=100", Optional.empty());
        return found.at("/hits/hits").values().stream()
                .map(hit -> hit.at("/_source/shown/title").asString())
                .toList();
    }
}

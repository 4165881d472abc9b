package be.vakoogst.search;

import static be.vakoogst.search.RunningSearch.in;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.node.TestEngine;
import be.vakoogst.publisher.EngineInBetween;
import be.vakoogst.resource.LearningResource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search asks the engine no more than it needs to. */
class QuestionsTest {

    private static final List<LearningResource> ALL = Stream.concat(
                    IntStream.range(0, 12)
                            .mapToObj(number -> in("sanitair-verwarming", "De loodgieter, les " + number, "")),
                    Stream.of(in("hout", "Een kwispel vastzetten", "")))
            .toList();

    private static EngineInBetween engine;
    private static RunningSearch search;

    @BeforeAll
    static void start() {
        engine = new EngineInBetween(TestEngine.url());
        search = new RunningSearch("questions", ALL, "--vakoogst.search.url=" + engine.url());
    }

    @AfterAll
    static void stop() {
        search.close();
        engine.close();
    }

    @Test
    void wordsThatFindEnoughAreOneQuestion() {
        int before = engine.searches();

        JsonNode answer = search.get("/api/search?q=loodgieter");

        assertThat(answer.path("total").asInt()).isEqualTo(12);
        assertThat(engine.searches() - before).isEqualTo(1);
    }

    @Test
    void whetherAnotherSpellingFindsSomethingIsToldByTheSameQuestion() {
        int before = engine.searches();

        JsonNode answer = search.get("/api/search?q=loodgiter");

        assertThat(answer.path("didYouMean").asString()).isEqualTo("loodgieter");
        assertThat(engine.searches() - before).isEqualTo(1);
    }

    @Test
    void wordsThatFindLittleAreAskedOnceMoreForAnyOfThem() {
        int before = engine.searches();

        JsonNode answer = search.get("/api/search?q=kwispel%20ontvangst");

        assertThat(answer.path("total").asInt()).isEqualTo(1);
        assertThat(engine.searches() - before).isEqualTo(2);
    }

    @Test
    void aWordThatIsAboutNoTradeIsNotAskedTwiceForTheSame() {
        int before = engine.searches();

        JsonNode answer = search.get("/api/search?q=kwispel");

        assertThat(answer.path("total").asInt()).isEqualTo(1);
        assertThat(engine.searches() - before).isEqualTo(1);
    }

    @Test
    void whereNothingIsFoundAWordOfTheIndexIsOffered() {
        JsonNode answer = search.get("/api/search?q=kwaspol");

        assertThat(answer.path("total").asInt()).isZero();
        assertThat(answer.path("didYouMean").asString()).isEqualTo("kwispel");
    }

    @Test
    void aQuestionThatTheEngineRefusesIsAWrongParameterAndNoEmptyAnswer() {
        engine.refusesSearches();

        HttpResponse<String> answer = search.response("/api/search?q=loodgieter");

        engine.handsOn();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("parameter").asString())
                .isEqualTo("q");
        assertThat(search.get("/api/search?q=loodgieter").path("total").asInt()).isEqualTo(12);
    }
}

package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final URI LIST = URI.create("https://vakblad.example/lijst");

    @Test
    void theFirstItemIsHandedOverBeforeTheSecondIsAskedFor() {
        List<String> story = new ArrayList<>();

        Stream.of("een", "twee")
                .peek(key -> story.add("asked for " + key))
                .map(WindowsTest::item)
                .gather(Windows.gathered())
                .forEachOrdered(window -> story.add("got " + window.size()));

        assertThat(story).startsWith("asked for een", "got 1", "asked for twee");
    }

    @Test
    void anItemThatCameWithOthersIsHandedOverAtTheEndOfItsPage() {
        List<String> story = new ArrayList<>();
        Stream<Discovered> list = Stream.of(
                item("een"), item("twee"), new Discovered.Listed(LIST, Validators.NONE), item("op de volgende"));

        list.peek(discovered -> story.add(discovered.getClass().getSimpleName()))
                .gather(Windows.gathered())
                .forEachOrdered(window -> window.forEach(one -> story.add("got")));

        assertThat(story.subList(0, story.lastIndexOf("Present")).stream().filter("got"::equals))
                .hasSize(3);
    }

    @Test
    void aFastListIsLookedUpManyAtATimeAndInItsOrder() {
        List<List<Discovered>> windows = IntStream.range(0, 10_000)
                .mapToObj(Integer::toString)
                .map(WindowsTest::item)
                .gather(Windows.gathered())
                .toList();

        assertThat(windows).hasSizeLessThan(1000).allMatch(window -> window.size() <= 64);
        assertThat(windows.stream()
                        .flatMap(List::stream)
                        .map(one -> ((Discovered.Present) one).key().value()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10_000).mapToObj(Integer::toString).toList());
    }

    private static Discovered item(String key) {
        return new Discovered.Present(new ItemKey(key), LIST);
    }
}

package be.vakoogst.rest;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The list in an answer that nobody described, known by its shape: members alike, of which most say where they can be read, and what they are
 * called. Of several the one that says most of its members, then the longest.
 *
 * @param items where it stands
 */
record ProposedList(String items, ProposedItem item, int length) {

    private static final int MOST_LOOKED_AT = 5000;
    private static final int MOST_LISTS = 50;
    private static final int DEEPEST = 8;
    private static final int SAMPLE = 25;

    /** What lists things that are not told of elsewhere, in the vocabulary of schema.org. */
    private static final List<String> OF_PAGES = List.of(
            "/ItemList/*/itemListElement",
            "/CollectionPage/*/hasPart",
            "/Collection/*/hasPart",
            "/DataFeed/*/dataFeedElement");

    /** Several of these on one page are its list. */
    private static final List<String> WORKS = List.of("/LearningResource", "/Course", "/VideoObject", "/HowTo");

    private static final Pattern OF_ADDRESSES =
            Pattern.compile("(?i)|.*/(items|itemListElement|urls|links|pages|results|data)");

    private record Place(JsonNode node, String pointer, int depth) {}

    static Optional<ProposedList> in(JsonNode answer, URI url) {
        return best(arrays(answer)
                .flatMap(place -> read(place.pointer(), answer, url).stream())
                .filter(list -> list.item().hasTitle() || isListOfAddresses(list)));
    }

    /** Elsewhere they are those of pictures, or of the same thing on other sites. */
    private static boolean isListOfAddresses(ProposedList list) {
        return list.item().link().isEmpty()
                && OF_ADDRESSES.matcher(list.items()).matches();
    }

    /** Of a page only what calls itself a list: much else on it has a name and an address, such as where it stands in the site. */
    static Optional<ProposedList> ofPage(JsonNode byType, URI url) {
        return best(OF_PAGES.stream().flatMap(pointer -> read(pointer, byType, url).stream()))
                .or(() -> best(WORKS.stream().flatMap(pointer -> read(pointer, byType, url).stream()))
                        .filter(list -> list.length() > 1));
    }

    private static Optional<ProposedList> best(Stream<ProposedList> lists) {
        // Of equals the first counts, which lies least deep.
        return lists.sorted(Comparator.comparingInt(
                                (ProposedList list) -> list.item().fields().size())
                        .thenComparingInt(ProposedList::length)
                        .reversed())
                .findFirst();
    }

    private static Optional<ProposedList> read(String pointer, JsonNode answer, URI url) {
        List<JsonNode> members = Pointers.at(answer, pointer).toList();
        List<JsonNode> sample = members.stream().limit(SAMPLE).toList();
        return sample.isEmpty()
                ? Optional.empty()
                : ProposedItem.of(Members.of(sample, url)).map(item -> new ProposedList(pointer, item, members.size()));
    }

    /** Breadth first; lists within members of a list count together. */
    private static Stream<Place> arrays(JsonNode answer) {
        List<Place> arrays = new ArrayList<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(answer, "", 0)));
        for (int looked = 0; !open.isEmpty() && looked < MOST_LOOKED_AT && arrays.size() < MOST_LISTS; looked++) {
            Place place = open.remove();
            if (place.node().isArray()
                    && arrays.stream().noneMatch(known -> known.pointer().equals(place.pointer()))) {
                arrays.add(place);
            }
            if (place.depth() < DEEPEST) {
                children(place).forEach(open::add);
            }
        }
        return arrays.stream();
    }

    private static Stream<Place> children(Place place) {
        if (place.node().isArray()) {
            return place.node()
                    .valueStream()
                    .limit(SAMPLE)
                    .filter(JsonNode::isObject)
                    .map(member -> new Place(member, place.pointer() + "/*", place.depth() + 1));
        }
        return place.node()
                .propertyStream()
                .filter(member -> member.getValue().isContainer() && Members.isPlain(member.getKey()))
                .map(member ->
                        new Place(member.getValue(), place.pointer() + "/" + member.getKey(), place.depth() + 1));
    }
}

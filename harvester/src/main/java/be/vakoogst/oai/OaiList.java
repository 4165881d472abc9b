package be.vakoogst.oai;

import be.vakoogst.connector.Seen;
import be.vakoogst.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one list has shown of itself while it is paged: circles, parts without anything, a size that changes. For one walk, list after list. */
final class OaiList {

    /** A token may lead to an empty part and on from there, but not for ever. */
    private static final int MOST_IDLE = 10;

    /** How often one list is begun again: its token expired, or its size changed while it was read. */
    private static final int MOST_BEGINNINGS = 3;

    private final Seen tokens = new Seen();
    private final Seen parts = new Seen();
    private Optional<Integer> size = Optional.empty();
    private int idle;
    private int beginnings;
    private boolean shifted;
    private boolean gained;
    private boolean countsAreWrong;

    /** @param gain whether the part held anything that was not met before in this walk */
    void turned(OaiAnswer.Part part, boolean gain) {
        gained |= gain;
        idle = part.elements().isEmpty() || !parts.add(identifiers(part.elements())) ? idle + 1 : 0;
        shifted |= size.isPresent() && part.listSize().isPresent() && !size.equals(part.listSize());
        size = part.listSize().or(() -> size);
    }

    private static String identifiers(List<XmlElement> elements) {
        return elements.stream()
                .map(element -> element.textAt("identifier") + element.textAt("header", "identifier"))
                .collect(Collectors.joining(" "));
    }

    /** Why the list does not go on by this token; empty when it does. */
    Optional<String> objection(String token) {
        if (!tokens.add(token)) {
            return Optional.of("the resumption token '" + token + "' came before: the list goes in circles");
        }
        return idle >= MOST_IDLE
                ? Optional.of(MOST_IDLE + " parts without anything new, and still a token: the list has no end")
                : Optional.empty();
    }

    /**
     * Whether the list has to be read once more, as its size changed meanwhile and something may have moved past us. A second reading that gains
     * nothing shows that the provider counts wrongly, which is believed of all its lists from then on.
     */
    boolean mayHaveLost() {
        countsAreWrong |= shifted && beginnings > 0 && !gained;
        return shifted && !countsAreWrong && mayBeginAgain();
    }

    boolean mayBeginAgain() {
        return beginnings < MOST_BEGINNINGS - 1;
    }

    void beginAgain() {
        beginnings++;
        forget();
    }

    void beginAnother() {
        beginnings = 0;
        forget();
    }

    private void forget() {
        tokens.clear();
        parts.clear();
        size = Optional.empty();
        idle = 0;
        shifted = false;
        gained = false;
    }
}

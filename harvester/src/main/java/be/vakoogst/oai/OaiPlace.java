package be.vakoogst.oai;

import be.vakoogst.connector.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a walk stands.
 *
 * @param format the metadata format that was chosen
 * @param set number of the set in the settings
 * @param from first datestamp of the window; empty: from the beginning
 * @param until last datestamp of the window; empty: to the end
 * @param token of the next part of the window's list; empty: its beginning
 * @param end where the last window ends
 */
record OaiPlace(
        String format, int set, Optional<String> from, Optional<String> until, Optional<String> token, String end) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A token that would not fit a checkpoint leads back to the beginning of its window. */
    private static final int LONGEST_TOKEN = 3000;

    OaiPlace withToken(String next) {
        return new OaiPlace(format, set, from, until, Optional.of(next), end);
    }

    OaiPlace atItsBeginning() {
        return new OaiPlace(format, set, from, until, Optional.empty(), end);
    }

    /** Whether its list has a beginning or an end in time. */
    boolean isBounded() {
        return from.isPresent() || until.isPresent();
    }

    /**
     * What is asked there.
     *
     * @param sets of the settings
     */
    Map<String, String> arguments(List<String> sets) {
        return token.map(text -> Map.of("resumptionToken", text))
                .orElseGet(() -> Map.of(
                        "metadataPrefix",
                        format,
                        "set",
                        sets.isEmpty() ? "" : sets.get(set),
                        "from",
                        from.orElse(""),
                        "until",
                        until.orElse("")));
    }

    Checkpoint checkpoint() {
        OaiPlace kept = token.filter(text -> text.length() > LONGEST_TOKEN).isPresent() ? atItsBeginning() : this;
        return new Checkpoint(JSON.writeValueAsString(kept));
    }

    static OaiPlace of(Checkpoint checkpoint) {
        return JSON.readValue(checkpoint.value(), OaiPlace.class);
    }
}

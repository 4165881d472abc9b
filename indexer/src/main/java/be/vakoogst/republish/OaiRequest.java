package be.vakoogst.republish;

import static be.vakoogst.republish.OaiError.Code.BAD_ARGUMENT;
import static be.vakoogst.republish.OaiError.Code.BAD_VERB;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A request whose arguments are those that its verb has (OAI-PMH 2.0, section 4), each once. */
record OaiRequest(Verb verb, Map<String, String> arguments) {

    private static final String TOKEN = "resumptionToken";

    enum Verb {
        IDENTIFY("Identify", Set.of(), Set.of()),
        LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of("identifier")),
        LIST_SETS("ListSets", Set.of(), Set.of(TOKEN)),
        GET_RECORD("GetRecord", Set.of("identifier", "metadataPrefix"), Set.of()),
        LIST_IDENTIFIERS("ListIdentifiers", Set.of("metadataPrefix"), Set.of("from", "until", "set", TOKEN)),
        LIST_RECORDS("ListRecords", Set.of("metadataPrefix"), Set.of("from", "until", "set", TOKEN));

        private final String protocolName;
        private final Set<String> required;
        private final Set<String> optional;

        Verb(String protocolName, Set<String> required, Set<String> optional) {
            this.protocolName = protocolName;
            this.required = required;
            this.optional = optional;
        }

        String protocolName() {
            return protocolName;
        }

        private boolean has(String argument) {
            return required.contains(argument) || optional.contains(argument);
        }
    }

    /** @throws OaiError badVerb or badArgument, naming what is wrong */
    static OaiRequest of(Map<String, String[]> parameters) {
        Verb verb = verb(parameters.getOrDefault("verb", new String[0]));
        Map<String, String> arguments = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!name.equals("verb")) {
                arguments.put(name, one(verb, name, values));
            }
        });
        check(verb, arguments);
        return new OaiRequest(verb, Map.copyOf(arguments));
    }

    private static Verb verb(String... values) {
        if (values.length != 1) {
            throw new OaiError(BAD_VERB, "There must be one verb");
        }
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.protocolName.equals(values[0]))
                .findFirst()
                .orElseThrow(() -> new OaiError(
                        BAD_VERB,
                        "There is no such verb; there are "
                                + Arrays.stream(Verb.values())
                                        .map(Verb::protocolName)
                                        .collect(Collectors.joining(", "))));
    }

    private static String one(Verb verb, String name, String... values) {
        if (!verb.has(name)) {
            throw new OaiError(BAD_ARGUMENT, verb.protocolName + " has no argument '" + name + "'");
        }
        if (values.length != 1 || values[0].isEmpty()) {
            throw new OaiError(BAD_ARGUMENT, "'" + name + "' must stand there once, with a value");
        }
        return values[0];
    }

    private static void check(Verb verb, Map<String, String> arguments) {
        if (arguments.containsKey(TOKEN)) {
            if (arguments.size() > 1) {
                throw new OaiError(BAD_ARGUMENT, TOKEN + " stands alone");
            }
            return;
        }
        List<String> missing = verb.required.stream()
                .filter(name -> !arguments.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new OaiError(BAD_ARGUMENT, verb.protocolName + " needs " + String.join(" and ", missing));
        }
    }

    Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    Optional<String> token() {
        return argument(TOKEN);
    }
}

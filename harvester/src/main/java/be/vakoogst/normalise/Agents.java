package be.vakoogst.normalise;

import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of people and organisations. */
final class Agents {

    private static final Pattern BY = Pattern.compile("(?i)^(door|tekst|auteur|par|by)\\s*:?\\s+");
    private static final Pattern ADDRESS = Pattern.compile("\\(?\\S+@\\S+\\)?");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i)(\\b(vzw|nv|bv|bvba|asbl|sa|inc|ltd|gmbh|federatie|fédération|vereniging|redactie|uitgeverij|school|instituut|centrum|kanaal|omroep|fonds|vakblad|magazine|academie|team|dienst)\\b|federatie$)");
    private static final int LONGEST = 200;

    private Agents() {}

    static Optional<Agent> read(Value value) {
        Optional<Agent.Kind> stated = value instanceof Value.Who(var _, var kind, var _) ? kind : Optional.empty();
        return PlainText.line(value)
                .map(name -> ADDRESS.matcher(BY.matcher(name).replaceFirst(""))
                        .replaceAll("")
                        .strip())
                .filter(name ->
                        !name.isEmpty() && name.length() <= LONGEST && !name.matches("(?i)https?://.*|admin|redacteur"))
                .map(name -> new Agent(name, stated.orElseGet(() -> kind(name)), url(value)));
    }

    private static Optional<java.net.URI> url(Value value) {
        return value instanceof Value.Who(var _, var _, var url) ? url : Optional.empty();
    }

    private static Agent.Kind kind(String name) {
        return ORGANISATION.matcher(name).find() ? Agent.Kind.ORGANIZATION : Agent.Kind.PERSON;
    }
}

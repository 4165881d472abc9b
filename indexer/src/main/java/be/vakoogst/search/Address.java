package be.vakoogst.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a state of the search page: what is looked for and chosen. Each change is another address, so that every
 * state can be shared. Public methods, as templates call no others. */
record Address(Map<String, List<String>> parameters) {

    /** Another choice starts again at the first page. */
    private static final Set<String> OF_PAGE = Set.of("from", "cursor");

    static Address of(Map<String, String[]> parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> filled =
                    Arrays.stream(values).filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                all.put(name, filled);
            }
        });
        return new Address(all);
    }

    /** With this value chosen too, or no longer. */
    public Address toggled(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    public Address with(String name, String value) {
        return with(name, List.of(value));
    }

    public Address without(String name) {
        return with(name, List.of());
    }

    private Address with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        if (!name.equals("from")) {
            OF_PAGE.forEach(changed::remove);
        }
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, values);
        }
        return new Address(changed);
    }

    public String link() {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/");
        parameters.forEach((name, values) -> values.forEach(value -> link.queryParam(name, "{value}")));
        return link.encode()
                .buildAndExpand(
                        parameters.values().stream().flatMap(List::stream).toArray())
                .toUriString();
    }
}

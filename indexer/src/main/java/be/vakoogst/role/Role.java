package be.vakoogst.role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** A part of the work. */
public enum Role {
    /** Runs sources by their schedules. */
    HARVEST,
    /** Carries changes of the catalogue into the index. */
    INDEX,
    /** Answers searches and shows pages. */
    SEARCH;

    /** The setting: names in any case, separated by commas; all roles where it is missing or empty. */
    public static final String SETTING = "vakoogst.roles";

    /**
     * The roles of this node.
     *
     * @throws IllegalArgumentException naming the setting, a role that there is not, and those that there are
     */
    public static Set<Role> played(Environment environment) {
        return read(Optional.ofNullable(environment.getProperty(SETTING)));
    }

    /** From the setting's value; the same exception. */
    public static Set<Role> read(Optional<String> setting) {
        List<String> names = setting.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty()
                ? Set.of(values())
                : names.stream().map(Role::named).collect(Collectors.toSet());
    }

    private static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: %s is no role; allowed are %s".formatted(SETTING, name, allowed())));
    }

    private static String allowed() {
        return Arrays.stream(values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}

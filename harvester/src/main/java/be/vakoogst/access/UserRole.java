package be.vakoogst.access;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user is to Vakoogst. Each of the first three may do all that the one before it may. */
public enum UserRole implements Code {
    /** Sees everything that operators see, and changes nothing. */
    VIEWER,
    /** Schedules and runs harvests, edits sources, corrects records. */
    OPERATOR,
    /** Decides who may do what. */
    ADMINISTRATOR,
    /** Looks after their own sources. */
    PARTNER;

    static final String HIERARCHY = "ROLE_ADMINISTRATOR > ROLE_OPERATOR\nROLE_OPERATOR > ROLE_VIEWER";

    List<GrantedAuthority> authorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + name()));
    }

    /** Whether who has this role may do all that {@code other} may. */
    boolean covers(UserRole other) {
        return this == other || (this != PARTNER && other != PARTNER && compareTo(other) >= 0);
    }

    /** The role that a request was let in with. */
    static UserRole of(Authentication user) {
        return Arrays.stream(values())
                .filter(role -> user.getAuthorities().containsAll(role.authorities()))
                .findFirst()
                .orElse(VIEWER);
    }

    /** @throws WrongParameter naming {@code parameter} and what is allowed */
    static UserRole parse(String parameter, String text) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        parameter,
                        "is '" + text + "' and must be one of "
                                + Arrays.stream(values()).map(Code::code).collect(Collectors.joining(", "))));
    }
}

package be.vakoogst.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** Our roles out of what an identity provider says of a user. */
class OidcRoles implements GrantedAuthoritiesMapper {

    private final OidcSettings settings;

    OidcRoles(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> stated) {
        Set<GrantedAuthority> ours = new HashSet<>(stated);
        stated.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .map(OidcUserAuthority.class::cast)
                .flatMap(this::roles)
                .forEach(role -> ours.addAll(role.authorities()));
        return ours;
    }

    private Stream<UserRole> roles(OidcUserAuthority user) {
        Object claim = user.getAttributes().getOrDefault(settings.roleClaim(), List.of());
        Collection<?> names = claim instanceof Collection<?> list ? list : List.of(claim);
        return Arrays.stream(UserRole.values()).filter(role -> names.contains(role.code()));
    }
}

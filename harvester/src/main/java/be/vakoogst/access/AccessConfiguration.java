package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import be.vakoogst.limit.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How somebody is known: programs by the Authorization header of each request, browsers by a session; the rules are the same. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FirstAccountSettings.class, OidcSettings.class, SignInSettings.class})
class AccessConfiguration {

    /** No session and no cookie, so no request can be forged with one. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Problems problems, OpaqueTokenIntrospector tokens) {
        return http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(AccessRules::apply)
                .httpBasic(basic -> basic.realmName("Vakoogst").authenticationEntryPoint(problems))
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(problems).opaqueToken(opaque -> opaque.introspector(tokens)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecureHeaders::apply)
                .build();
    }

    /** Most requests by far, and nothing is open to some of them only: whoever asks is not looked for. */
    @Bean
    @Order(2)
    SecurityFilterChain readers(HttpSecurity http) {
        return http.securityMatcher(AccessRules.reading(AccessRules.PUBLIC_API))
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(SecureHeaders::apply)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http, Problems problems, ObjectProvider<ClientRegistrationRepository> identityProviders) {
        http.authorizeHttpRequests(AccessRules::apply)
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/operate"))
                .logout(logout -> logout.logoutSuccessUrl("/").deleteCookies(AccessRules.SESSION_COOKIE))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), Problems.OF_PEOPLE)
                        .defaultAuthenticationEntryPointFor(problems, request -> true)
                        .accessDeniedHandler(problems))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(AccessRules::needsCsrfToken)
                        .ignoringRequestMatchers(AccessRules.PUBLIC_POSTS)
                        .csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(SecureHeaders::apply);
        if (identityProviders.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login").defaultSuccessUrl("/operate"));
        }
        return http.build();
    }

    @Bean
    FilterRegistrationBean<RateLimit> signInLimit(SignInSettings settings) {
        return RateLimit.of("sign-in", settings.attemptsPerMinute(), Duration.ofMinutes(1), Set.of("POST"), "/login");
    }

    /** Who signs in is counted; a meter for each filter and rule of each request told nobody anything. */
    @Bean
    static SecurityObservationSettings observed() {
        return SecurityObservationSettings.withDefaults()
                .shouldObserveRequests(false)
                .shouldObserveAuthorizations(false)
                .build();
    }

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.fromHierarchy(UserRole.HIERARCHY);
    }

    @Bean
    OidcRoles oidcRoles(OidcSettings settings) {
        return new OidcRoles(settings);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new ProvenPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    AccountTable accountTable(JdbcClient jdbc, InstantSource clock) {
        return new AccountTable(jdbc, clock);
    }

    @Bean
    Accounts accounts(
            AccountTable table,
            PasswordEncoder encoder,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new Accounts(table, encoder, new Sessions(sessions), audit, new TransactionTemplate(transactions));
    }

    @Bean
    UserDetailsService users(AccountTable table, InstantSource clock) {
        return new AccountUsers(table, clock);
    }

    @Bean
    ApiTokens apiTokens(JdbcClient jdbc, InstantSource clock, Audit audit) {
        return new ApiTokens(jdbc, clock, audit);
    }

    @Bean
    OpaqueTokenIntrospector tokenIntrospector(ApiTokens tokens, AccountTable accounts) {
        return new TokenIntrospector(tokens, accounts);
    }

    @Bean
    FirstAccount firstAccount(FirstAccountSettings settings, Accounts accounts) {
        return new FirstAccount(settings, accounts);
    }

    @Bean
    WebMvcConfigurer everyChangeIsWritten(Audit audit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EveryChangeIsWritten(audit));
            }
        };
    }
}

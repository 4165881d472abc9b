package be.vakoogst.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The rules of access, in the order they are tried. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSettings.class)
class AccessConfiguration {

    private static final String[] PUBLIC_PAGES = {"/", "/search/**", "/webjars/**", "/favicon.ico", "/error"};
    private static final String[] PUBLIC_API = {
        "/api/search",
        "/api/suggest",
        "/api/trades",
        "/api/trades/*",
        "/api/resources/*",
        "/v3/api-docs",
        "/v3/api-docs/**"
    };

    /** No session and no cookie, so no request can be forged with one: CSRF tokens have nothing to protect yet. */
    @Bean
    SecurityFilterChain rules(HttpSecurity http, Problems problems) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_API)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_API)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/classify")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .anyRequest()
                        .hasRole("OPERATOR"))
                .httpBasic(basic -> basic.realmName("Vakoogst").authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'self'; img-src * data:; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new ConfiguredPassword();
    }

    @Bean
    UserDetailsService users(OperatorSettings operator, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(User.withUsername(operator.name())
                .password(encoder.encode(operator.password()))
                .roles("OPERATOR")
                .build());
    }
}

package be.vakoogst.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no in the style of all other errors. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** A browser that opens a page; programs, and what asks for anything, are told in JSON. */
    static final RequestMatcher OF_PEOPLE = ofPeople();

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Vakoogst\", charset=\"UTF-8\"");
        write(response, HttpStatus.UNAUTHORIZED, reason(cause));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (OF_PEOPLE.matches(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            write(response, HttpStatus.FORBIDDEN, "This user may not do that.");
        }
    }

    private static RequestMatcher ofPeople() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return request -> !request.getServletPath().startsWith("/api/") && html.matches(request);
    }

    private static String reason(AuthenticationException cause) {
        return switch (cause) {
            case LockedException _ ->
                "Too many wrong passwords: try again later, or ask an administrator to unlock the account.";
            case DisabledException _ -> "This account is closed.";
            case BadCredentialsException _ -> "Name and password do not fit.";
            case OAuth2AuthenticationException _ -> "This token is not valid, or no longer.";
            default -> "This needs a name and password, or an API token.";
        };
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }
}

package be.vakoogst.limit;

import be.vakoogst.resource.ResourceJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** The answers of filters: a page for people, problem details for programs (RFC 9457). */
public final class TooMuch {

    private TooMuch() {}

    /** @param wait seconds */
    static void tooOften(HttpServletRequest request, HttpServletResponse response, long wait, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, detail);
    }

    /** @param detail for programs; what a page says comes from its status */
    public static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/")) {
            response.sendError(status.value());
            return;
        }
        response.setStatus(status.value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(ResourceJson.mapper().writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}

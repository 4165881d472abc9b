package be.vakoogst.folder;

import be.vakoogst.limit.TooMuch;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says what one upload may bring where it brings more. Tomcat finds that out when somebody first asks for a parameter, be it a filter, and once
 * more for the page that tells of it, which it then makes itself; so nobody asks a refused upload for its parameters again.
 */
final class UploadLimit extends OncePerRequestFilter {

    /** Of the request, for the page that says so. */
    private static final String ATTRIBUTE = "uploadLimit";

    private final Most most;

    UploadLimit(Most most) {
        this.most = most;
    }

    /** What one upload may bring. */
    public record Most(DataSize size, int documents, DataSize head) {

        public String megabytes() {
            return size.toMegabytes() + " MB";
        }

        private String told() {
            return "One upload may bring %s, in %,d documents, each with a head of %d bytes"
                    .formatted(megabytes(), documents, head.toBytes());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new WithoutParameters(request), response);
        } else if (request.getContentLengthLong() > most.size().toBytes()) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
        } else {
            read(request, response, chain);
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException asAFilterIsTold) {
            refuse(request, response, HttpStatus.valueOf(asAFilterIsTold.getErrorCode()));
        } catch (ServletException asTheServletTells) {
            if (!(asTheServletTells.getCause() instanceof InvalidParameterException wrong)) {
                throw asTheServletTells;
            }
            refuse(request, response, HttpStatus.valueOf(wrong.getErrorCode()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        request.setAttribute(ATTRIBUTE, most);
        TooMuch.refuse(
                request,
                response,
                status,
                status == HttpStatus.CONTENT_TOO_LARGE ? most.told() : "This is no multipart/form-data (RFC 7578)");
    }

    private static final class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}

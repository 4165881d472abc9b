package be.vakoogst.access;

import be.vakoogst.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes down, by method and path alone, what a user changed through a room that does not tell the audit log more. */
class EveryChangeIsWritten implements HandlerInterceptor {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Audit audit;

    EveryChangeIsWritten(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean changed = CHANGING.contains(request.getMethod()) && failure == null && response.getStatus() < 400;
        if (changed && request.getUserPrincipal() != null && !audit.told()) {
            audit.record(request.getMethod().toLowerCase(Locale.ROOT), request.getRequestURI(), null, null);
        }
    }
}

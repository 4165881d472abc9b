package be.vakoogst.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A repository made of files: one for each verb, one more for each resumption token. What changed since a date is always nothing. */
final class OaiFiles extends HttpServlet {

    private final transient Path folder;

    OaiFiles(Path site) {
        this.folder = site.resolve("leermiddelen").resolve("oai");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path file = folder.resolve(name(request));
        response.setContentType("text/xml;charset=UTF-8");
        Files.copy(Files.isRegularFile(file) ? file : folder.resolve("badVerb.xml"), response.getOutputStream());
    }

    private static String name(HttpServletRequest request) {
        if (request.getParameter("from") != null) {
            return "since.xml";
        }
        String verb = letters(request.getParameter("verb"));
        String token = letters(request.getParameter("resumptionToken"));
        return verb + (token.isEmpty() ? "" : "-" + token) + ".xml";
    }

    private static String letters(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).orElse("").replaceAll("[^A-Za-z0-9-]", "");
    }
}

package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.UseHeaders;
import java.util.List;
import java.util.Map;

/** What the answer's headers say: its language, and of its use. */
final class HttpHeaders {

    private HttpHeaders() {}

    static void read(Map<String, List<String>> headers, Findings findings) {
        UseHeaders.statements(headers)
                .forEach(said -> findings.add(said.field(), said.value(), said.syntax(), said.where()));
        headers.getOrDefault("content-language", List.of())
                .forEach(value -> findings.text(Field.LANGUAGE, value.split(",")[0], Syntax.HTTP, "Content-Language"));
    }
}

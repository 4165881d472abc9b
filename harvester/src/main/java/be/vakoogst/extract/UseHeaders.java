package be.vakoogst.extract;

import be.vakoogst.fetch.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the headers of any answer, page or document, say of its use: X-Robots-Tag, and the TDM Reservation Protocol (W3C, 2024). */
public final class UseHeaders {

    private UseHeaders() {}

    public static List<Statement> statements(Map<String, List<String>> headers) {
        List<Statement> statements = new ArrayList<>();
        headers.getOrDefault(Fetched.ROBOTS_TAG, List.of()).stream()
                .map(RobotsTag::forUs)
                .filter(said -> !said.isBlank())
                .forEach(said -> statements.add(statement(said, "X-Robots-Tag")));
        for (String name : List.of(Fetched.TDM_RESERVATION, Fetched.TDM_POLICY)) {
            headers.getOrDefault(name, List.of())
                    .forEach(value -> statements.add(statement(name + ":" + value.strip(), name)));
        }
        return statements;
    }

    private static Statement statement(String said, String where) {
        return new Statement(Field.ROBOTS, new Value.Text(said), Syntax.HTTP, where);
    }
}

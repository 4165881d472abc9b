package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RobotsTag;
import be.vakoogst.extract.Syntax;
import be.vakoogst.fetch.Fetched;
import java.util.List;
import java.util.Map;

/** What the answer's headers say: its language, and of its use: X-Robots-Tag, and the TDM Reservation Protocol (W3C, 2024). */
final class HttpHeaders {

    private HttpHeaders() {}

    static void read(Map<String, List<String>> headers, Findings findings) {
        headers.getOrDefault("x-robots-tag", List.of())
                .forEach(value -> findings.text(Field.ROBOTS, RobotsTag.forUs(value), Syntax.HTTP, "X-Robots-Tag"));
        headers.getOrDefault("content-language", List.of())
                .forEach(value -> findings.text(Field.LANGUAGE, value.split(",")[0], Syntax.HTTP, "Content-Language"));
        headers.getOrDefault(Fetched.TDM_RESERVATION, List.of())
                .forEach(value ->
                        findings.text(Field.ROBOTS, "tdm-reservation:" + value, Syntax.HTTP, "tdm-reservation"));
    }
}

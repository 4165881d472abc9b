package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static be.vakoogst.application.TestApplication.until;

import be.vakoogst.application.TestApplication;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a publisher does with the API, as anybody may. */
public final class Partners {

    private Partners() {}

    static HttpResponse<String> anybody(String path, String body) {
        return send(request(path, Optional.empty())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static String begun(String url) {
        return json(anybody("/api/partner/preview", "{\"url\": \"" + url + "\"}"))
                .path("id")
                .asString();
    }

    static JsonNode seen(String preview) {
        return until(
                "/api/partner/previews/" + preview,
                found -> !found.path("state").asString().equals("looking"));
    }

    static HttpResponse<String> register(String preview, String organisation) {
        return anybody("/api/partner/registrations", """
                        {"preview": "%s", "way": 0, "organisation": "%s", "contact": "An Smid", "email": "an@example.org",
                         "language": "nl", "every": 24, "agreed": true}""".formatted(preview, organisation));
    }

    /** What mails say that end with the address of a registration's own page. */
    static List<String> mailed(String id) {
        return TestApplication.database()
                .sql("select body from outgoing_mail where body like '%' || :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Where the link of the mail leads. */
    static String confirmation(String id) {
        return TestApplication.database()
                .sql(
                        "select substring(body from '(/partner/registrations/' || :id || '[?]confirm=[0-9a-f]+)') from outgoing_mail where body like '%' || :id || '?confirm%'")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** From an address to the end of the first run; the registration as it is then. */
    public static JsonNode joined(URI url, String organisation) {
        String id = json(register(seen(begun(url.toString())).path("id").asString(), organisation))
                .path("id")
                .asString();
        JsonNode approved = json(post("/api/registrations/" + id + "/approve", "{}", administrator()));
        until(
                "/api/runs?source=" + approved.path("source").asString(),
                list -> list.at("/runs/0").has("endedAt"));
        return approved;
    }
}

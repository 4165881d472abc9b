package be.vakoogst.search;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What OpenAPI cannot see of {@code GET /api/search}, as its parameters are read as they come: each with a sentence and an example, from
 * {@code search/api.json}, and an answer.
 */
@Component
class ApiDescription implements OpenApiCustomizer {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public void customise(OpenAPI api) {
        JsonNode described = read();
        Optional.ofNullable(api.getPaths())
                .map(paths -> paths.get("/api/search"))
                .map(PathItem::getGet)
                .ifPresent(search -> describe(search, described));
    }

    private static JsonNode read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("/search/api.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(Operation search, JsonNode described) {
        search.summary(described.path("summary").asString()).setParameters(null);
        described
                .path("parameters")
                .properties()
                .forEach(entry -> search.addParametersItem(parameter(entry.getKey(), entry.getValue())));
        for (Facet facet : Facet.ALL) {
            search.addParametersItem(
                    parameter(facet.code(), described.path("facets").path(facet.code())));
        }
        requireNonNull(search.getResponses().get("200"), "springdoc describes what is answered")
                .getContent()
                .values()
                .forEach(media -> media.addExamples("found", new Example().value(plain(described.path("answer")))));
        search.getResponses()
                .addApiResponse("400", problem(described.path("wrong"), "A parameter is wrong; it is named."));
        search.getResponses()
                .addApiResponse("429", problem(described.path("often"), "Too many requests; Retry-After says when."));
    }

    private static Parameter parameter(String name, JsonNode described) {
        Schema<?> schema = described.path("example").isNumber() ? new IntegerSchema() : new StringSchema();
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(described.path("says").asString(""))
                .example(plain(described.path("example")))
                .schema(schema);
    }

    private static ApiResponse problem(JsonNode example, String description) {
        Content content = new Content().addMediaType(PROBLEM, new MediaType().example(plain(example)));
        return new ApiResponse().description(description).content(content);
    }

    /** As the library's own mapper writes it. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            return JsonMapper.shared().convertValue(node, Map.class);
        }
        if (node.isArray()) {
            return JsonMapper.shared().convertValue(node, List.class);
        }
        return node.isNumber() ? (Object) node.asInt() : node.asString("");
    }
}

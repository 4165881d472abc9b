package be.vakoogst.search;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Attribution;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Reservation;
import be.vakoogst.resource.ResourceJson;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A resource as schema.org JSON-LD after the AMB profile (DINI KIM, 20231019). */
public final class JsonLdForm {

    private static final String TRADES = "https://vakoogst.be/trade/";

    private JsonLdForm() {}

    public static ObjectNode of(LearningResource resource) {
        ObjectNode json = ResourceJson.mapper().createObjectNode();
        ArrayNode context = json.putArray("@context")
                .add("https://w3id.org/kim/amb/context.jsonld")
                .add("https://schema.org");
        json.put("id", resource.url().toString());
        json.putArray("type").add("LearningResource");
        json.put("name", resource.title());
        resource.description().ifPresent(text -> json.put("description", text));
        strings(
                json,
                "inLanguage",
                resource.languages().stream().map(Object::toString).toList());
        strings(json, "keywords", resource.subject().keywords());
        agents(json, "creator", resource.creators());
        agents(json, "publisher", resource.publisher().stream().toList());
        resource.dates().datePublished().ifPresent(date -> json.put("datePublished", date.toString()));
        resource.dates().dateModified().ifPresent(date -> json.put("dateModified", date.toString()));
        resource.licence().uri().ifPresent(uri -> json.putObject("license").put("id", uri.toString()));
        resource.content()
                .image()
                .ifPresent(image -> json.put("image", image.url().toString()));
        resource.content().duration().ifPresent(duration -> json.put("duration", duration.toString()));
        resource.content().pages().ifPresent(pages -> json.put("numberOfPages", pages));
        if (!resource.subject().trades().isEmpty()) {
            ArrayNode about = json.putArray("about");
            resource.subject().trades().forEach(trade -> about.addObject().put("id", TRADES + trade.id()));
        }
        json.put("creditText", Attribution.of(resource));
        reservations(json, context, resource.reservations());
        json.putArray("mainEntityOfPage")
                .addObject()
                .put("id", resource.url().toString())
                .putObject("provider")
                .put("type", "Service")
                .put("name", resource.origin().source().name());
        return json;
    }

    /** In the terms of the TDM Reservation Protocol; schema.org has a word for the policy alone. */
    private static void reservations(ObjectNode json, ArrayNode context, List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        context.addObject().put("tdm", "http://www.w3.org/ns/tdmrep/");
        json.put("tdm:reservation", 1);
        reservations.stream()
                .flatMap(reservation -> reservation.policy().stream())
                .findFirst()
                .ifPresent(policy -> json.put("tdm:policy", policy.toString()).put("usageInfo", policy.toString()));
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(json.putArray(name)::add);
        }
    }

    private static void agents(ObjectNode json, String name, List<Agent> agents) {
        if (!agents.isEmpty()) {
            ArrayNode array = json.putArray(name);
            agents.forEach(agent -> array.addObject()
                    .put("type", agent.kind() == Agent.Kind.PERSON ? "Person" : "Organization")
                    .put("name", agent.name()));
        }
    }
}

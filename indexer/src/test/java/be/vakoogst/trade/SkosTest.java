package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SkosTest {

    @TempDir
    private Path folder;

    private Skos skos() throws IOException {
        Files.writeString(folder.resolve("trades.yml"), """
                - id: hout
                  group: bouw
                  prefLabel: {nl: "Hout \\"en\\" meer", fr: Bois, en: Wood}
                  altLabels: [schrijnwerker]
                  related: [meubel]
                  esco: {isco08: ['7522']}
                - id: meubel
                  broader: hout
                  prefLabel: {nl: Meubel, fr: Meuble, en: Furniture}
                """);
        return Skos.of(Vocabulary.load(folder), "https://school.example/api/trades");
    }

    @Test
    void turtleHasAConceptForEachTradeWithItsLabelsAndRelations() throws IOException {
        assertThat(skos().turtle())
                .startsWith("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .")
                .contains("<https://school.example/api/trades/hout>\n    a skos:Concept ;")
                .contains("skos:prefLabel \"Hout \\\"en\\\" meer\"@nl")
                .contains("skos:altLabel \"schrijnwerker\"@nl")
                .contains("skos:broader <https://school.example/api/trades/hout>")
                .contains("skos:notation \"7522\"^^<https://school.example/api/trades#isco08>")
                .contains("<https://school.example/api/trades#bouw>\n    a skos:Collection ;");
    }

    @Test
    void jsonLdSaysTheSameAndRelationsGoBothWays() throws IOException {
        JsonNode graph = JsonMapper.shared().readTree(skos().jsonLd()).path("@graph");

        JsonNode furniture = graph.values().stream()
                .filter(node -> node.path("@id").asString().endsWith("/meubel"))
                .findFirst()
                .orElseThrow();
        assertThat(furniture.at("/@type/0").asString()).isEqualTo("skos:Concept");
        assertThat(furniture.at("/skos:related/0/@id").asString()).isEqualTo("https://school.example/api/trades/hout");
        assertThat(furniture.path("skos:prefLabel")).hasSize(3);
    }
}

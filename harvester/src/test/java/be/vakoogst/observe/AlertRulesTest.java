package be.vakoogst.observe;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files in config/alerts against the metrics that the application really gives out. */
class AlertRulesTest {

    private static final Path FOLDER = Path.of("../config/alerts");

    /** A metric, and in braces the labels that are asked of it. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)(?:\\{([^}]*)})?(?=[\\s\\[)]|$)");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z, ]+)\\) \\((?:\\w+\\()?([a-z_]+)");
    private static final Set<String> FUNCTIONS = Set.of("histogram_quantile", "clamp_min");

    /** What Prometheus adds itself. */
    private static final Set<String> ADDED = Set.of("instance", "job", "le");

    private static final Set<String> BOUNDED =
            Set.of("outcome", "stage", "state", "result", "kind", "application", "le", "quantile");

    private final List<String> scraped =
            get("/actuator/prometheus", administrator()).body().lines().toList();

    @Test
    void everyMetricAndLabelOfTheRulesExists() {
        JsonNode rules = YAMLMapper.shared()
                .readTree(FOLDER.resolve("prometheus-rules.yml").toFile());

        List<JsonNode> all = rules.at("/groups/0/rules").values().stream().toList();
        assertThat(all).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertExists(rule.path("expr").asString());
            assertThat(rule.at("/annotations/action").asString()).isNotBlank();
        });
    }

    @Test
    void everyMetricAndLabelOfTheDashboardExists() {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile());

        List<String> expressions = new ArrayList<>();
        dashboard
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.path("expr").asString())));
        assertThat(expressions).hasSizeGreaterThan(15).allSatisfy(this::assertExists);
    }

    @Test
    void ourOwnMetricsHaveNoLabelsThatGrowWithTheWork() {
        Set<String> labels = scraped.stream()
                .filter(line -> line.startsWith("vakoogst_"))
                .flatMap(line -> LABEL.matcher(line).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(labels).isNotEmpty().isSubsetOf(BOUNDED);
        assertThat(scraped.stream().filter(line -> line.startsWith("vakoogst_") && !line.contains("_bucket")))
                .hasSizeLessThan(200);
    }

    private void assertExists(String expression) {
        Matcher metric = METRIC.matcher(expression);
        while (metric.find()) {
            String name = metric.group(1);
            if (!FUNCTIONS.contains(name)) {
                assertThat(scraped)
                        .as(expression)
                        .anyMatch(line ->
                                line.matches(Pattern.quote(name) + "[{ ].*") && hasLabels(line, metric.group(2)));
            }
        }
        Matcher grouped = GROUPED.matcher(expression);
        while (grouped.find()) {
            for (String label : grouped.group(1).split(", ?")) {
                assertThat(scraped)
                        .as(expression + " by " + label)
                        .anyMatch(line -> ADDED.contains(label)
                                || line.startsWith(grouped.group(2)) && line.contains(label + "=\""));
            }
        }
    }

    private static boolean hasLabels(String line, String labels) {
        return labels == null || LABEL.matcher(labels).results().allMatch(match -> line.contains(match.group()));
    }
}

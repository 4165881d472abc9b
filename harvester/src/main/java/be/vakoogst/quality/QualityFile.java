package be.vakoogst.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The checks of {@code quality.yml}, read anew each time, so that a change holds at once; none where there is no such file. */
class QualityFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    QualityFile(Path file) {
        this.file = file;
    }

    /**
     * What the file says.
     *
     * @param problems what is wrong in it; the other checks hold
     */
    record Look(List<QualityCheck> checks, List<String> problems) {}

    Look look() {
        if (!Files.isRegularFile(file)) {
            return new Look(List.of(), List.of());
        }
        try {
            return checked(MAPPER.readValue(file.toFile(), QualityCheck.Stated[].class));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new Look(List.of(), List.of("%s:%d %s".formatted(file.getFileName(), line, e.getOriginalMessage())));
        }
    }

    private Look checked(QualityCheck.Stated[] stated) {
        List<QualityCheck> checks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (QualityCheck.Stated each : stated) {
            try {
                QualityCheck check = each.checked();
                if (ids.add(check.id())) {
                    checks.add(check);
                } else {
                    problems.add("%s: there are two checks called %s".formatted(file.getFileName(), check.id()));
                }
            } catch (IllegalArgumentException e) {
                problems.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        return new Look(List.copyOf(checks), List.copyOf(problems));
    }
}

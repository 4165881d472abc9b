package be.vakoogst.coverage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What counts as a gap.
 *
 * @param few fewer resources of a trade than this are a gap
 * @param audiences ids of {@code audiences.yml} for whom every trade should have something
 * @param unanswered a trade of whose searches at least this share finds nothing is a gap, from {@code leastSearches} on
 * @param days over which searches and clicks are counted where nothing else is asked
 */
@Validated
@ConfigurationProperties("vakoogst.coverage")
record CoverageSettings(
        @Min(0) @DefaultValue("10") int few,
        @DefaultValue({"buso", "okan"}) List<String> audiences,
        @Min(0) @Max(1) @DefaultValue("0.2") double unanswered,
        @Min(1) @DefaultValue("10") int leastSearches,
        @Min(1) @Max(3650) @DefaultValue("30") int days) {}

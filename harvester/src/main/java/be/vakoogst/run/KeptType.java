package be.vakoogst.run;

import be.vakoogst.extract.RobotsTag;
import be.vakoogst.fetch.Fetched;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept of a page's headers beside its bytes, written as one media type with parameters: the rest is needed at the fetch only.
 *
 * @param uses what they reserve, by header
 */
record KeptType(String mediaType, Optional<Charset> charset, Map<String, String> uses) {

    private static final String CHARSET = "charset";

    static KeptType of(Fetched.Fresh page) {
        Map<String, String> uses = new TreeMap<>();
        if (said(page, Fetched.TDM_RESERVATION).contains("1")) {
            uses.put(Fetched.TDM_RESERVATION, "1");
            said(page, Fetched.TDM_POLICY).stream()
                    .findFirst()
                    .ifPresent(policy -> uses.put(Fetched.TDM_POLICY, policy));
        }
        if (said(page, Fetched.ROBOTS_TAG).stream()
                .map(RobotsTag::forUs)
                .anyMatch(tag -> tag.matches("(?i).*\\bno(image)?ai\\b.*"))) {
            uses.put(Fetched.ROBOTS_TAG, "noai");
        }
        return new KeptType(page.mediaType(), page.charset(), uses);
    }

    private static List<String> said(Fetched.Fresh page, String header) {
        return page.headers().getOrDefault(header, List.of());
    }

    static KeptType read(String text) {
        String[] parts = text.split(";");
        Map<String, String> parameters = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        TreeMap::new));
        Optional<Charset> charset =
                Optional.ofNullable(parameters.remove(CHARSET)).map(Charset::forName);
        return new KeptType(parts[0], charset, parameters);
    }

    Map<String, List<String>> headers() {
        return uses.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, use -> List.of(use.getValue())));
    }

    @Override
    public String toString() {
        return mediaType
                + charset.map(name -> ";" + CHARSET + "=" + name.name()).orElse("")
                + uses.entrySet().stream()
                        .map(use ->
                                ";" + use.getKey() + "=" + URLEncoder.encode(use.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }
}

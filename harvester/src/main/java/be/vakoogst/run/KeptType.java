package be.vakoogst.run;

import be.vakoogst.fetch.Fetched;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of a page's headers beside its bytes, written as one media type with parameters: the rest is needed at the fetch only. */
record KeptType(String mediaType, Optional<Charset> charset, boolean reserved) {

    private static final String CHARSET = ";charset=";
    private static final String RESERVED = ";" + Fetched.TDM_RESERVATION + "=1";

    static KeptType of(Fetched.Fresh page) {
        return new KeptType(
                page.mediaType(),
                page.charset(),
                page.headers().getOrDefault(Fetched.TDM_RESERVATION, List.of()).contains("1"));
    }

    static KeptType read(String text) {
        boolean reserved = text.endsWith(RESERVED);
        String rest = reserved ? text.substring(0, text.length() - RESERVED.length()) : text;
        String[] parts = rest.split(CHARSET, 2);
        return new KeptType(
                parts[0], parts.length == 2 ? Optional.of(Charset.forName(parts[1])) : Optional.empty(), reserved);
    }

    Map<String, List<String>> headers() {
        return reserved ? Map.of(Fetched.TDM_RESERVATION, List.of("1")) : Map.of();
    }

    @Override
    public String toString() {
        return mediaType + charset.map(name -> CHARSET + name.name()).orElse("") + (reserved ? RESERVED : "");
    }
}

package be.vakoogst.source;

import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.resource.SourceReference;
import java.util.Map;
import java.util.Optional;

/**
 * One source.
 *
 * @param organisation who stands behind it, where that is not its name
 * @param schedule when it runs; none: only on command
 * @param urls which of its items are wanted
 * @param selectors CSS selectors that read a field of its pages better than any statement does, by field code such as {@code title}
 */
public record Source(
        SourceId id,
        String name,
        Optional<String> organisation,
        SourceKind kind,
        ConnectorSettings connector,
        Optional<Schedule> schedule,
        Politeness politeness,
        Defaults defaults,
        UrlPatterns urls,
        Map<String, String> selectors,
        Limits limits,
        boolean enabled) {

    public Source {
        selectors = Map.copyOf(selectors);
    }

    /** The same under another name. */
    public Source called(String other) {
        return new Source(
                id,
                other,
                organisation,
                kind,
                connector,
                schedule,
                politeness,
                defaults,
                urls,
                selectors,
                limits,
                enabled);
    }

    public SourceReference reference() {
        return new SourceReference(id, name, kind);
    }
}

package be.vakoogst.source;

import be.vakoogst.resource.LanguageTag;
import java.util.List;
import java.util.Optional;

/** What holds for a source's items where they say nothing themselves. Licence, audiences and trades are vocabulary ids (a licence may be a URI). */
public record Defaults(
        Optional<LanguageTag> language, Optional<String> licence, List<String> audience, List<String> trades) {

    public static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Defaults {
        audience = List.copyOf(audience);
        trades = List.copyOf(trades);
    }
}

package be.vakoogst.search;

import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /opensearch.xml}: lets a browser add this search to its own (OpenSearch 1.1, draft 6). */
@Controller
@ConditionalOnRole(Role.SEARCH)
class DescriptionController {

    private static final MediaType TYPE = MediaType.valueOf("application/opensearchdescription+xml");

    private final MessageSource messages;

    DescriptionController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<String> description(Locale locale) {
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Vakoogst</ShortName>
                  <Description>%2$s</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Language>%3$s</Language>
                  <Url type="text/html" template="%1$s/?q={searchTerms}"/>
                  <Url type="application/json" template="%1$s/api/search?q={searchTerms}&amp;size={count?}&amp;from={startIndex?}" indexOffset="0"/>
                </OpenSearchDescription>
                """.formatted(
                escaped(here), escaped(messages.getMessage("search.label", null, locale)), locale.getLanguage());
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(Freshness.OF_DESCRIPTIONS)
                .body(xml);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

package be.vakoogst.validate;

import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.run.PageTrial;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.survey.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads one page or one piece of markup, by the very flow of a real run. */
class Validator {

    static final int LONGEST_MARKUP = 500_000;

    /** Where pasted markup is taken to stand when nobody says. */
    private static final String SOMEWHERE = "https://example.org/";

    private final PageTrial trial;
    private final SourceEditor editor;
    private final Turns turns;

    Validator(PageTrial trial, SourceEditor editor, Turns turns) {
        this.trial = trial;
        this.editor = editor;
        this.turns = turns;
    }

    /**
     * What is asked.
     *
     * @param url of a page; of pasted markup the address that its links are relative to
     * @param markup HTML, or JSON-LD alone
     */
    record Question(Optional<String> url, Optional<String> markup) {

        private Optional<String> pasted() {
            return markup.filter(text -> !text.isBlank());
        }

        private URI address() {
            return WebAddress.typed(url.filter(text -> !text.isBlank())
                    .or(() -> pasted().map(any -> SOMEWHERE))
                    .orElseThrow(() -> new WrongParameter("url", "is missing, and markup too")));
        }
    }

    /**
     * @param visitor the address of who asks
     * @throws WrongParameter naming {@code url} or {@code markup}
     * @throws be.vakoogst.problem.Refusal when this visitor, or all together, asked too much
     */
    Validation validate(Question question, String visitor) {
        URI url = question.address();
        if (question.pasted().filter(text -> text.length() > LONGEST_MARKUP).isPresent()) {
            throw new WrongParameter("markup", "has more than " + LONGEST_MARKUP + " characters");
        }
        return turns.take(
                visitor,
                () -> Validation.of(
                        url,
                        question.pasted()
                                .map(markup -> trial.read(source(url), document(url, markup)))
                                .orElseGet(() -> trial.fetch(source(url), url))));
    }

    private Source source(URI url) {
        SourceDraft draft = SourceDraft.of(url, "site", Map.of());
        return editor.check(draft.id(), draft.yaml())
                .source()
                .orElseThrow(() -> new IllegalStateException("A draft is a source: " + draft.yaml()));
    }

    private static Fetched.Fresh document(URI url, String markup) {
        return new Fetched.Fresh(
                url,
                Body.of(page(markup).getBytes(StandardCharsets.UTF_8)),
                "text/html",
                Optional.of(StandardCharsets.UTF_8),
                Validators.NONE,
                Map.of());
    }

    private static String page(String markup) {
        String start = markup.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        return json ? "<script type=\"application/ld+json\">" + markup.replace("</", "<\\/") + "</script>" : markup;
    }
}

package be.vakoogst.operate;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.SourceEditor;
import org.springframework.stereotype.Component;

/** Removes a source with its records; where another source offers a work, that one is shown from then on. Both can be taken back. */
@Component
public class EndOfSource {

    private final SourceEditor editor;
    private final RemovalDecisions removals;

    EndOfSource(SourceEditor editor, RemovalDecisions removals) {
        this.editor = editor;
        this.removals = removals;
    }

    public void of(SourceId source) {
        editor.remove(source);
        removals.removeSource(source);
    }
}

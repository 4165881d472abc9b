package be.vakoogst.catalogue;

import be.vakoogst.resource.Code;
import java.util.Arrays;
import java.util.Optional;

/** What operators may say otherwise of a record, besides its trades. Called as in its JSON. */
public enum CorrectableField implements Code {
    TITLE("title", Kind.TEXT),
    DESCRIPTION("description", Kind.TEXT),
    LANGUAGES("languages", Kind.LIST),
    RESOURCE_TYPES("resourceTypes", Kind.LIST),
    AUDIENCES("audiences", Kind.LIST),
    EDUCATIONAL_LEVELS("educationalLevels", Kind.LIST),
    FINALITIES("finalities", Kind.LIST),
    KEYWORDS("keywords", Kind.LIST),
    LICENCE("licence", Kind.LICENCE);

    /** What its values are. */
    public enum Kind {
        TEXT,
        LIST,
        LICENCE
    }

    private final String code;
    private final Kind kind;

    CorrectableField(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    public static Optional<CorrectableField> named(String name) {
        return Arrays.stream(values()).filter(field -> field.code.equals(name)).findFirst();
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }
}

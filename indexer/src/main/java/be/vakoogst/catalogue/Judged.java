package be.vakoogst.catalogue;

import be.vakoogst.resource.ResourceId;
import java.util.Optional;

/** A submitted resource, compared with what the catalogue knew of it. */
record Judged(StoredForm form, Verdict verdict) {

    enum Verdict {
        NEW,
        CHANGED,
        /** The same content, stated elsewhere: stored, but nobody needs to hear of it. */
        RESTATED,
        UNCHANGED;

        boolean numbered() {
            return this == NEW || this == CHANGED;
        }

        Prospect prospect() {
            return switch (this) {
                case NEW -> Prospect.NEW;
                case CHANGED -> Prospect.CHANGED;
                case RESTATED, UNCHANGED -> Prospect.UNCHANGED;
            };
        }
    }

    static Judged of(StoredForm form, Optional<Known> before) {
        return new Judged(
                form, before.map(known -> known.against(form.digests())).orElse(Verdict.NEW));
    }

    ResourceId id() {
        return form.id();
    }

    Change change(ChangeNumber number) {
        return verdict == Verdict.NEW ? new Change.New(id(), number) : new Change.Changed(id(), number);
    }

    /** What the catalogue holds of a resource already; no digests once withdrawn. */
    record Known(Optional<Digests> digests) {

        private Verdict against(Digests now) {
            if (digests.filter(now::sameContent).isEmpty()) {
                return Verdict.CHANGED;
            }
            return digests.filter(now::sameProvenance).isPresent() ? Verdict.UNCHANGED : Verdict.RESTATED;
        }
    }
}

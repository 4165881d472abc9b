package be.vakoogst.alert;

import java.util.List;

/** Looks for some kinds of what can be wrong. */
interface Rule {

    List<Condition> conditions();

    /** Whether an alert that no longer stands among the conditions has ended: others may be another node's to judge. */
    boolean judges(AlertKind kind, String subject);
}

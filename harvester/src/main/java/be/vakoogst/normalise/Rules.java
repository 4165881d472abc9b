package be.vakoogst.normalise;

/** What items are recorded by: the vocabularies of the configuration folder, and the rules for languages and names. */
record Rules(Vocabularies vocabularies, Languages languages, Agents agents) {}

package be.vakoogst.search;

/** What a beginner starts with says so in one of these words. */
final class Basics {

    static final String WORDS = "basis basisvaardigheden beginner initiatie inleiding starten";

    private Basics() {}
}

package be.vakoogst.sheet;

/** A cell of a sheet that people open in a spreadsheet. */
public final class Cell {

    private Cell() {}

    /** What a publisher wrote is no formula: spreadsheets calculate what begins so (OWASP, CSV Injection). */
    public static String plain(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}

package dev.watchkeeper.engine.report;

/**
 * Text for a cell of a CSV file that may be opened in a spreadsheet. A spreadsheet takes what begins with certain signs for a formula,
 * and what a sensor or a user is named is not ours; such a text gets an apostrophe before it, as OWASP advises (CSV injection).
 * Numbers and times that we format ourselves need no guard.
 */
public final class CsvText {
    /** With their wide forms, which spreadsheets set for Chinese and Japanese take for the same. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** The text, or where a spreadsheet would take it for a formula, the text after an apostrophe. */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

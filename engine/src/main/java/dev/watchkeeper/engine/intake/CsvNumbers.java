package dev.watchkeeper.engine.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers in the cells of a file: their decimal sign, thousands, and what stands for no value. */
final class CsvNumbers {
    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "?", "\\n");
    private static final Pattern POINT_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([,' \u00a0]\\d{3})+(\\.\\d+)?");
    private static final Pattern COMMA_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([.' \u00a0]\\d{3})+(,\\d+)?");
    private static final int LONGEST = 64;
    private static final int SHOWN = 40;

    private CsvNumbers() {}

    /** Whether a cell says that there is no value. */
    static boolean isMissing(String cell) {
        return cell.isEmpty() || (cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /**
     * Reads a number; true counts as 1 and false as 0.
     *
     * @param cell without blanks around it
     * @param decimal a point or a comma
     * @throws NumberFormatException when the cell holds something else; the message is a clause for people
     */
    static double parse(String cell, char decimal) {
        if (isPlain(cell, decimal)) {
            return plain(cell, decimal);
        }
        if (cell.equalsIgnoreCase("true")) {
            return 1;
        }
        if (cell.equalsIgnoreCase("false")) {
            return 0;
        }
        if (cell.length() <= LONGEST
                && (decimal == '.' ? POINT_THOUSANDS : COMMA_THOUSANDS)
                        .matcher(cell)
                        .matches()) {
            return Double.parseDouble(cell.replaceAll(decimal == '.' ? "[^0-9.+-]" : "[^0-9,+-]", "")
                    .replace(',', '.'));
        }
        throw notANumber(cell);
    }

    private static double plain(String cell, char decimal) {
        double value;
        try {
            value = Double.parseDouble(decimal == '.' ? cell : cell.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw notANumber(cell);
        }
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("\"" + shown(cell) + "\" is too large");
        }
        return value;
    }

    static boolean isNumber(String cell, char decimal) {
        try {
            parse(cell, decimal);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Cut to what fits into a sentence. */
    static String shown(String cell) {
        return cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell;
    }

    private static boolean isPlain(String cell, char decimal) {
        if (cell.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!(c >= '0' && c <= '9') && c != decimal && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    private static NumberFormatException notANumber(String cell) {
        return new NumberFormatException("\"" + shown(cell) + "\" is not a number");
    }
}

package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;

/**
 * A column of a file.
 *
 * @param index from 0 on
 * @param name of the sensor, or of the label, that it holds
 */
public record CsvColumn(int index, String name, Unit unit) {
    private static final int LONGEST_UNIT = 16;

    /**
     * Makes a column from its header: a unit in square brackets at its end is taken as the unit, and the rest becomes a
     * name that a sensor may have.
     */
    static CsvColumn ofHeader(int index, String header) {
        String text = header.strip();
        int open = text.lastIndexOf('[');
        if (open > 0 && text.endsWith("]")) {
            String unit = text.substring(open + 1, text.length() - 1).strip();
            String name = text.substring(0, open).strip();
            if (!name.isEmpty() && unit.length() <= LONGEST_UNIT && !unit.matches("\\d*")) {
                return new CsvColumn(index, sensorName(name), new Unit(unit));
            }
        }
        return new CsvColumn(index, sensorName(text), Unit.NONE);
    }

    /**
     * The nearest name that a sensor or an asset may have: a slash becomes a hyphen, a control character a blank, and
     * what is too long is cut.
     *
     * @param text not blank
     */
    static String sensorName(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && name.length() < SensorId.LONGEST; i++) {
            char c = text.charAt(i);
            name.append(c == '/' ? '-' : Character.isISOControl(c) ? ' ' : c);
        }
        return name.toString().strip();
    }
}

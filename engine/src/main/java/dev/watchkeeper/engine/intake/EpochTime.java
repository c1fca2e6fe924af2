package dev.watchkeeper.engine.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** Time as a number since 1970 in UTC, with or without a fraction. */
public enum EpochTime implements TimeFormat {
    SECONDS(3),
    MILLIS(0),
    MICROS(-3),
    NANOS(-6);

    private static final int LONGEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

    private final int powerOfTenToMillis;

    EpochTime(int powerOfTenToMillis) {
        this.powerOfTenToMillis = powerOfTenToMillis;
    }

    @Override
    public Instant parse(String text, ZoneId zone) {
        String digits = text.strip();
        if (digits.length() > LONGEST || !NUMBER.matcher(digits).matches()) {
            throw new DateTimeException("\"" + CsvNumbers.shown(digits) + "\" is not a number of "
                    + name().toLowerCase(Locale.ROOT) + " since 1970");
        }
        BigDecimal millis = new BigDecimal(digits.replace(',', '.'))
                .scaleByPowerOfTen(powerOfTenToMillis)
                .setScale(0, RoundingMode.FLOOR);
        try {
            return Instant.ofEpochMilli(millis.longValueExact());
        } catch (ArithmeticException e) {
            throw new DateTimeException("\"" + digits + "\" lies beyond all times", e);
        }
    }

    @Override
    public String description() {
        return name().toLowerCase(Locale.ROOT) + " since 1970";
    }
}

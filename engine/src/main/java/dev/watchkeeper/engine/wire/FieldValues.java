package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The checks that fields go through, however they are parsed. */
final class FieldValues {
    private FieldValues() {}

    static double finite(String field, double value) throws WireException {
        if (!Double.isFinite(value)) {
            throw new WireException(RejectionReason.NOT_FINITE, "Field " + field + " is not a finite number.");
        }
        return value;
    }

    /** To the millisecond, rounded towards the past. */
    static Instant time(String field, String text) throws WireException {
        try {
            return Instant.ofEpochMilli(
                    Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw wrongType(
                    field, "milliseconds since 1970 or an ISO-8601 time with its zone, such as 2026-01-31T12:00:00Z");
        }
    }

    static SensorId sensor(String asset, String sensor) throws WireException {
        return named(() -> SensorId.of(asset, sensor));
    }

    static AssetId asset(String asset) throws WireException {
        return named(() -> new AssetId(asset));
    }

    private static <T> T named(Supplier<T> names) throws WireException {
        try {
            return names.get();
        } catch (IllegalArgumentException e) {
            throw new WireException(RejectionReason.BAD_NAME, "A name cannot be used: " + e.getMessage() + ".");
        }
    }

    /** Makes a value whose constructor checks it. */
    static <T> T valid(Supplier<T> value) throws WireException {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new WireException(RejectionReason.WRONG_VALUE, "The record cannot be used: " + e.getMessage() + ".");
        }
    }

    static WireException missing(String field) {
        return new WireException(RejectionReason.MISSING_FIELD, "Field " + field + " is missing.");
    }

    static WireException wrongType(String field, String wanted) {
        return new WireException(RejectionReason.WRONG_TYPE, "Field " + field + " is not " + wanted + ".");
    }

    static WireException wrongValue(String field, String value, String allowed) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return new WireException(
                RejectionReason.WRONG_VALUE, "Field " + field + " is \"" + shown + "\", it may be " + allowed + ".");
    }
}

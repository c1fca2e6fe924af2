package dev.watchkeeper.engine.wire;

import java.util.Locale;

/** Why a record is not taken in. The code is what stands in the headers of the rejects topic and never changes. */
public enum RejectionReason {
    /** Not JSON, not an object, a field twice, or something after the object. */
    BROKEN_RECORD,
    TOO_LARGE,
    UNKNOWN_VERSION,
    MISSING_FIELD,
    WRONG_TYPE,
    /** The right type, but not among what the field may hold: an unknown kind or quality, a share above 1. */
    WRONG_VALUE,
    NOT_FINITE,
    /** A name that is blank, too long, or holds a slash or a control character. */
    BAD_NAME,
    /** The sensor was not described within the grace that its readings were held for. */
    UNKNOWN_SENSOR,
    FUTURE_TIME,
    ANCIENT_TIME,
    /** A model whose parts cannot be restored, or of which there is none that can be used. */
    UNUSABLE_MODEL;

    /** The code of this reason, such as {@code unknown-sensor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason with this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RejectionReason ofCode(String code) {
        for (RejectionReason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no reason for a rejection has the code " + code);
    }
}

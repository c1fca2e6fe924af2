package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a record was rejected and where it came from. Travels as the headers of a record on the rejects topic, whose value
 * is the rejected bytes, untouched.
 *
 * @param detail what is wrong, in one sentence
 * @param topic the topic from which the record came
 */
public record Rejection(
        RejectionReason reason, String detail, String topic, int partition, long offset, Instant rejectedAt) {
    private static final String REASON = "watchkeeper.reason";
    private static final String DETAIL = "watchkeeper.detail";
    private static final String TOPIC = "watchkeeper.topic";
    private static final String PARTITION = "watchkeeper.partition";
    private static final String OFFSET = "watchkeeper.offset";
    private static final String REJECTED_AT = "watchkeeper.rejected-at";

    public static Rejection of(Refusal refusal, String topic, int partition, long offset, Instant rejectedAt) {
        return new Rejection(refusal.reason(), refusal.detail(), topic, partition, offset, rejectedAt);
    }

    /** The headers, in UTF-8 where they are bytes. */
    public Map<String, String> toHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REASON, reason.code());
        headers.put(DETAIL, detail);
        headers.put(TOPIC, topic);
        headers.put(PARTITION, Integer.toString(partition));
        headers.put(OFFSET, Long.toString(offset));
        headers.put(REJECTED_AT, rejectedAt.toString());
        return headers;
    }

    /**
     * Reads what {@link #toHeaders} wrote; other headers are passed over.
     *
     * @throws WireException when a header is missing or cannot be read
     */
    public static Rejection fromHeaders(Map<String, String> headers) throws WireException {
        try {
            return new Rejection(
                    RejectionReason.ofCode(header(headers, REASON)),
                    header(headers, DETAIL),
                    header(headers, TOPIC),
                    Integer.parseInt(header(headers, PARTITION)),
                    Long.parseLong(header(headers, OFFSET)),
                    Instant.parse(header(headers, REJECTED_AT)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new WireException(
                    RejectionReason.WRONG_VALUE,
                    "A header of a rejected record cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String header(Map<String, String> headers, String name) throws WireException {
        String value = headers.get(name);
        if (value == null) {
            throw new WireException(RejectionReason.MISSING_FIELD, "Header " + name + " is missing.");
        }
        return value;
    }
}

package dev.watchkeeper.engine.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts notices in words: what, where, since when, how bad, why, what to do, how to acknowledge. Thread-safe. */
public final class NoticeText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);
    private static final int LONGEST_SUBJECT = 160;

    private final ZoneId zone;

    /** In words with times of a zone. */
    public NoticeText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The message that tells of a notice.
     *
     * @param id of the message
     * @param ackOrNull how its reader may acknowledge; null when there is nothing to acknowledge
     */
    public Message message(String id, Notice notice, @Nullable AckOffer ackOrNull) {
        return new Message(
                id, notice, subject(notice), text(notice, ackOrNull), ShortText.of(notice, ackOrNull), ackOrNull);
    }

    private static String subject(Notice notice) {
        String line = oneLine("[" + notice.priority() + "] " + notice.kind().label() + ": " + notice.headline());
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
    }

    private String text(Notice notice, @Nullable AckOffer ack) {
        StringBuilder text = new StringBuilder();
        text.append(oneLine(notice.headline())).append("\n\n");
        notice.asset().ifPresent(asset -> line(text, "Where", asset.value()));
        line(text, "Since", time(notice.since()));
        if (!notice.at().equals(notice.since())) {
            line(text, "Known", time(notice.at()));
        }
        line(text, "How bad", notice.severity());
        line(text, "Probable cause", notice.cause());
        line(text, "If nothing is done", notice.consequence());
        line(text, "What to do", notice.action());
        if (!notice.details().isEmpty()) {
            text.append('\n');
            notice.details().forEach(detail -> text.append(oneLine(detail)).append('\n'));
        }
        if (ack != null) {
            text.append("\nTo acknowledge, ");
            ack.link().ifPresent(link -> text.append("open ").append(link).append("\nor "));
            text.append("enter the code ").append(ack.code()).append(" in Watchkeeper.\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isBlank()) {
            text.append(label).append(": ").append(oneLine(value)).append('\n');
        }
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}

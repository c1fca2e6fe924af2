package dev.watchkeeper.engine.notify;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice in one SMS: priority, asset, cause, action, code. At most 160 characters of the alphabet of GSM 03.38 where the
 * words allow: signs that are not in it are put in others where that is possible, for one of them would cut the room to 70.
 */
final class ShortText {
    static final int LONGEST = 160;

    private static final int LONGEST_ASSET = 32;
    private static final int LEAST_OF_A_PART = 20;
    private static final String CUT = "..";
    private static final Map<String, String> PLAIN = Map.of(
            "…", "..", "–", "-", "—", "-", "“", "\"", "”", "\"", "‘", "'", "’", "'", "°", "", "²", "2", "³", "3");

    private ShortText() {}

    static String of(Notice notice, @Nullable AckOffer ack) {
        String where = notice.asset()
                .map(asset -> " " + cut(plain(asset.value()), LONGEST_ASSET))
                .orElse("");
        String head = notice.priority() + where + ": ";
        String tail = ack == null ? "" : " Code " + ack.code();
        int room = LONGEST - head.length() - tail.length();
        String cause = plain(notice.cause());
        String action = plain(notice.action());
        if (notice.kind() == NoticeKind.ALARM_UNACKNOWLEDGED) {
            cause = "Not acknowledged. " + cause;
        }
        if (cause.isBlank() || action.isBlank()) {
            return head + cut(plain(notice.headline()), room) + tail;
        }
        return head + both(sentence(cause), sentence(action), room) + tail;
    }

    /** Cause and action, the longer one cut first and neither to nothing. */
    private static String both(String cause, String action, int room) {
        int free = room - 1;
        if (cause.length() + action.length() <= free) {
            return cause + " " + action;
        }
        int ofCause = Math.min(cause.length(), Math.max(LEAST_OF_A_PART, free - Math.min(action.length(), free / 2)));
        String first = cut(cause, ofCause);
        return first + " " + cut(action, free - first.length());
    }

    private static String sentence(String text) {
        return text.matches(".*[.!?]") ? text : text + ".";
    }

    /** Cut at the end of a word where one is near. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String kept = text.substring(0, Math.max(0, longest - CUT.length()));
        int space = kept.lastIndexOf(' ');
        return (space > kept.length() / 2 ? kept.substring(0, space) : kept).strip() + CUT;
    }

    private static String plain(String text) {
        String line =
                Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\\p{Space}\u00a0\u202f]+", " ");
        for (Map.Entry<String, String> each : PLAIN.entrySet()) {
            line = line.replace(each.getKey(), each.getValue());
        }
        return line.strip();
    }
}

package dev.watchkeeper.engine.notify.ack;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.notify.AckOffer;
import dev.watchkeeper.engine.notify.ack.AckCodeBook.Issued;
import dev.watchkeeper.engine.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Gives out codes that acknowledge one alarm for one user, and redeems them. A code has eight signs of Crockford's base 32,
 * which is 40 bits, and is derived from a key, the message and the user with HMAC-SHA256: a message that is sent again
 * after a crash carries the same code, and the database, which keeps digests only, gives none away. Thread-safe.
 */
public final class AckCodes {
    /** How long a code lasts. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final Duration KEPT_EXPIRED = Duration.ofDays(7);
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");
    private static final String ALGORITHM = "HmacSHA256";

    private final AckCodeBook book;
    private final Secret key;
    private final Alarms alarms;
    private final InstantSource clock;
    private final WrongCodes wrong = new WrongCodes();

    /**
     * Codes for some alarms.
     *
     * @param key of at least 16 characters; with another key, codes that were given out are worth nothing
     */
    public AckCodes(AckCodeBook book, Secret key, Alarms alarms, InstantSource clock) {
        if (key.reveal().length() < 16) {
            throw new IllegalArgumentException("the key of acknowledgment codes has less than 16 characters");
        }
        this.book = book;
        this.key = key;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * The code by which a user acknowledges an alarm; the same for the same message.
     *
     * @param baseUrl the address of this instance, for a link; empty for none
     */
    public AckOffer offer(String message, AlarmId alarm, String user, String baseUrl) {
        for (int attempt = 0; ; attempt++) {
            String code = code(attempt + "|" + message + "|" + alarm + "|" + user);
            String digest = digest(code);
            Optional<Issued> taken = book.find(digest);
            if (taken.isEmpty()) {
                book.issue(new Issued(digest, alarm, user, clock.instant().plus(LIFETIME), false));
            } else if (!taken.get().alarm().equals(alarm) || !taken.get().user().equals(user)) {
                continue;
            }
            return new AckOffer(code.substring(0, 4) + "-" + code.substring(4), link(baseUrl, code));
        }
    }

    private static @Nullable URI link(String baseUrl, String code) {
        if (baseUrl.isEmpty()) {
            return null;
        }
        return URI.create((baseUrl.endsWith("/") ? baseUrl : baseUrl + "/") + "acknowledge?code=" + code);
    }

    /**
     * Acknowledges the alarm of a code in the name of the user to whom it was given. Small letters, spaces and hyphens are
     * all right, and so are O for 0 and I or L for 1.
     *
     * @param by who hands it in, such as a logged-in user or a network address; after too many wrong codes nobody of this
     *     name is heard for a while
     */
    public Redemption redeem(String code, String by) {
        Instant now = clock.instant();
        Optional<Instant> barred = wrong.barredUntil(by, now);
        if (barred.isPresent()) {
            return new Redemption.Barred(barred.get());
        }
        String plain = plain(code);
        Optional<Issued> found = WRITTEN.matcher(plain).matches() ? book.find(digest(plain)) : Optional.empty();
        if (found.isEmpty()) {
            wrong.count(by, now);
            return new Redemption.Unknown();
        }
        Issued issued = found.get();
        if (!now.isBefore(issued.expiresAt())) {
            return new Redemption.Expired(issued.alarm(), issued.expiresAt());
        }
        if (issued.redeemed()) {
            return new Redemption.UsedBefore(issued.alarm(), issued.user());
        }
        // The alarm first: if the process ends in between, the code can be handed in again, which changes nothing.
        alarms.acknowledge(issued.alarm(), issued.user(), "with the code of a message, handed in by " + by);
        book.redeem(issued.digest(), now);
        return new Redemption.Acknowledged(issued.alarm(), issued.user());
    }

    /** Forgets codes that expired a week ago or more; until then who hands one in is told that it came too late. */
    public void forgetOld() {
        book.forgetExpiredBefore(clock.instant().minus(KEPT_EXPIRED));
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private String code(String of) {
        byte[] bytes = hmac("code|" + of);
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (bytes[i] & 0xff);
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt((int) (bits >>> (i * BITS)) & 31));
        }
        return code.toString();
    }

    private String digest(String code) {
        return HexFormat.of().formatHex(hmac("digest|" + code));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a webhook is ours: {@code v1=} and, in hexadecimal, HMAC-SHA256 (RFC 2104) with the shared key
 * over the value of {@code Watchkeeper-Timestamp}, a dot, and the bytes of the body. A receiver also refuses timestamps
 * that are more than some minutes off, so that a request that was overheard cannot be sent again later.
 */
public final class WebhookSignature {
    public static final String ID = "Watchkeeper-Id";
    public static final String TIMESTAMP = "Watchkeeper-Timestamp";
    public static final String SIGNATURE = "Watchkeeper-Signature";

    private static final String VERSION = "v1=";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** The value of {@code Watchkeeper-Signature}. */
    public static String of(Secret key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether a signature is that of a body, found in the same time wherever the two differ. */
    public static boolean verifies(String signature, Secret key, String timestamp, byte[] body) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                of(key, timestamp, body).getBytes(StandardCharsets.UTF_8));
    }
}

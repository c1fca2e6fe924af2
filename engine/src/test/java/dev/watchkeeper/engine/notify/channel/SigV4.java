package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.channel.HttpPeer.Asked;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the signature of a request as the receiving side does (AWS Signature Version 4, signing with headers). */
final class SigV4 {
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/"
            + "([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private SigV4() {}

    /** Whether a request without a query is signed with a key for a region and service. */
    static boolean signed(Asked asked, String keyId, String key, String region, String service) {
        Matcher parts = AUTHORIZATION.matcher(asked.field("authorization"));
        if (!parts.matches()
                || !parts.group(1).equals(keyId)
                || !parts.group(3).equals(region)
                || !parts.group(4).equals(service)) {
            return false;
        }
        StringBuilder canonical = new StringBuilder(asked.method() + "\n" + asked.path() + "\n\n");
        for (String name : parts.group(5).split(";", -1)) {
            canonical.append(name).append(':').append(asked.field(name).strip()).append('\n');
        }
        canonical.append('\n').append(parts.group(5)).append('\n').append(hex(sha256(asked.bytes())));
        String scope = parts.group(2) + "/" + region + "/" + service + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + asked.field("x-amz-date") + "\n" + scope + "\n"
                + hex(sha256(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        byte[] signing = ("AWS4" + key).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            signing = hmac(signing, part);
        }
        return hex(hmac(signing, toSign)).equals(parts.group(6));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

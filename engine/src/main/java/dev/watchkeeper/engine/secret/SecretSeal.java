package dev.watchkeeper.engine.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D): a head that names the version, twelve fresh random bytes, then the text with
 * a tag of 128 bits that also covers the head. The key is 32 random bytes of a file that only its owner may read, or is
 * derived from a passphrase with PBKDF2-HMAC-SHA256, 600,000 rounds (OWASP 2023). Thread-safe.
 */
public final class SecretSeal {
    private static final byte[] HEAD = "WKSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String KEY_FILE = "secrets.key";
    private static final String SALT_FILE = "secrets.salt";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ROUNDS = 600_000;

    private final SecretKey key;
    private final SecureRandom random;

    private SecretSeal(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * With the key in a directory's key file, which is made where it is not there.
     *
     * @throws SecretException when the file cannot be used, or others than its owner may read it
     */
    public static SecretSeal withKeyFile(Path directory, SecureRandom random) {
        return new SecretSeal(fileOf(directory, KEY_FILE, KEY_BYTES, random), random);
    }

    /**
     * With a key derived from a passphrase; the salt lies in the directory.
     *
     * @throws SecretException when the salt cannot be read or written
     */
    public static SecretSeal withPassphrase(Path directory, Secret passphrase, SecureRandom random) {
        byte[] salt = fileOf(directory, SALT_FILE, SALT_BYTES, random);
        PBEKeySpec spec = new PBEKeySpec(passphrase.reveal().toCharArray(), salt, ROUNDS, KEY_BYTES * Byte.SIZE);
        try {
            return new SecretSeal(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded(),
                    random);
        } catch (GeneralSecurityException e) {
            throw new SecretException("this Java cannot derive a key from a passphrase", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] fileOf(Path directory, String name, int length, SecureRandom random) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file)) {
                byte[] fresh = new byte[length];
                random.nextBytes(fresh);
                OwnerOnly.replace(file, fresh);
            }
            OwnerOnly.check(file);
            byte[] read = Files.readAllBytes(file);
            if (read.length != length) {
                throw new SecretException(
                        file + " is damaged: it has " + read.length + " bytes, not " + length
                                + ". Put a backup in its place.",
                        null);
            }
            return read;
        } catch (IOException e) {
            throw new SecretException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    byte[] close(byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
            return ByteBuffer.allocate(HEAD.length + NONCE_BYTES + sealed.length)
                    .put(HEAD)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new SecretException("this Java cannot encrypt with AES-256-GCM", e);
        }
    }

    /** Opens what {@link #close} made. */
    byte[] open(byte[] sealed) {
        int body = HEAD.length + NONCE_BYTES;
        if (sealed.length < body || !Arrays.equals(HEAD, Arrays.copyOf(sealed, HEAD.length))) {
            throw new SecretException(
                    "the file of secrets is damaged; put a backup in its place, or move it aside", null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, HEAD.length, body))
                    .doFinal(sealed, body, sealed.length - body);
        } catch (AEADBadTagException e) {
            throw new SecretException(
                    "the secrets were sealed with another key or passphrase, or were changed since; put back the key that"
                            + " belongs to them, or move them aside and enter them again",
                    null);
        } catch (GeneralSecurityException e) {
            throw new SecretException("this Java cannot decrypt with AES-256-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(HEAD);
        return cipher;
    }
}

package dev.watchkeeper.engine.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Chooses where the secrets of a data directory are kept. */
public final class SecretStores {
    /** The environment variable that may hold a passphrase. */
    public static final String PASSPHRASE = "WATCHKEEPER_PASSPHRASE";

    private static final int KEY_BYTES = 32;

    private SecretStores() {}

    /** The keychain of this machine, if there is one that works. May wait until its user has unlocked it. */
    public static Optional<Keychain> systemKeychain() {
        return SystemKeychain.open();
    }

    /**
     * Encrypted in a file where a passphrase is given or the directory has such a file already; else in the keychain; and
     * where there is none, encrypted in a file with a key beside it.
     *
     * @param passphrase the value of {@link #PASSPHRASE}, or none
     * @throws SecretException when secrets that are there cannot be opened
     */
    public static SecretStore open(
            Path directory, Secret passphrase, Supplier<Optional<Keychain>> keychain, SecureRandom random) {
        if (!passphrase.isEmpty()) {
            return new FileSecretStore(directory, SecretSeal.withPassphrase(directory, passphrase, random));
        }
        Optional<Keychain> found =
                Files.exists(directory.resolve(FileSecretStore.FILE)) ? Optional.empty() : keychain.get();
        if (found.isPresent()) {
            String path = directory.toAbsolutePath().normalize().toString();
            return new KeychainSecretStore(
                    found.get(), UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + "/");
        }
        return new FileSecretStore(directory, SecretSeal.withKeyFile(directory, random));
    }

    /** The key of a name, made at random where there is none yet. */
    public static Secret keyOf(SecretStore store, SecretName name, SecureRandom random) {
        return store.find(name).orElseGet(() -> {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            Secret key = Secret.of(HexFormat.of().formatHex(bytes));
            store.put(name, key);
            return key;
        });
    }
}

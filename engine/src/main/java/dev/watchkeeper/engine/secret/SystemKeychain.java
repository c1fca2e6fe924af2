package dev.watchkeeper.engine.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of this machine, by java-keyring: Secret Service or KWallet over D-Bus, macOS Keychain, Windows Credential
 * Manager. That library does not tell an absent secret from one that cannot be read, so {@link #open} proves first that
 * one can be written, read and taken away. One caller at a time.
 */
final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "watchkeeper";
    private static final String PROBE = "probe";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The keychain, if there is one that works. */
    static Optional<Keychain> open() {
        try {
            Keyring keyring = Keyring.create();
            keyring.setPassword(SERVICE, PROBE, PROBE);
            boolean works = PROBE.equals(keyring.getPassword(SERVICE, PROBE));
            keyring.deletePassword(SERVICE, PROBE);
            return works ? Optional.of(new SystemKeychain(keyring)) : Optional.empty();
        } catch (BackendNotSupportedException | PasswordAccessException | RuntimeException | LinkageError e) {
            LOG.info("no keychain of the operating system can be used: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public synchronized Optional<String> get(String account) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException e) {
            LOG.debug("no secret {} in the keychain", account);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void set(String account, String secret) {
        try {
            keyring.setPassword(SERVICE, account, secret);
        } catch (PasswordAccessException e) {
            throw new SecretException(
                    name() + " does not take the secret " + account + ": " + e.getMessage()
                            + ". Unlock it and try again.",
                    e);
        }
    }

    @Override
    public synchronized void delete(String account) {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException e) {
            LOG.debug("no secret {} to take from the keychain", account);
        }
    }

    @Override
    public String name() {
        return switch (keyring.getKeyringStorageType()) {
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "the macOS keychain";
            case WINDOWS_CREDENTIAL_STORE -> "the Windows Credential Manager";
            case KWALLET -> "KWallet";
            default -> "the keyring of the desktop";
        };
    }

    @Override
    public void close() {
        try {
            keyring.close();
        } catch (Exception e) {
            LOG.debug("the keychain did not close cleanly", e);
        }
    }
}

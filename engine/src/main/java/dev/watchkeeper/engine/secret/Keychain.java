package dev.watchkeeper.engine.secret;

import java.util.Optional;

/**
 * The keychain of the operating system for one user. Calls may wait, for instance while the user is asked to unlock it.
 * Each fails with a {@link SecretException}.
 */
public interface Keychain extends AutoCloseable {
    Optional<String> get(String account);

    void set(String account, String secret);

    /** Does nothing when there is none. */
    void delete(String account);

    /** Its name for the screen. */
    String name();

    @Override
    void close();
}

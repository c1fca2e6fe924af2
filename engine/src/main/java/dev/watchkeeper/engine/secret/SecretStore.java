package dev.watchkeeper.engine.secret;

import java.util.Optional;

/**
 * Keeps secrets beyond the end of the process. Thread-safe. Every method fails with a {@link SecretException} that says
 * what to do and holds no secret.
 */
public interface SecretStore {
    Optional<Secret> find(SecretName name);

    /** Keeps a secret in place of what had the name. {@link Secret#NONE} takes the name away. */
    void put(SecretName name, Secret secret);

    /** Does nothing when there is no secret of the name. */
    void remove(SecretName name);

    /** Where the secrets lie, in words for the screen, such as "in the keychain of this computer". */
    String where();
}

package dev.watchkeeper.engine.secret;

import java.util.regex.Pattern;

/** The name under which a secret is kept, such as {@code channel.operations-mail}. At most 128 characters. */
public record SecretName(String value) implements Comparable<SecretName> {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** @throws IllegalArgumentException when the name holds other than letters, digits, dots, hyphens and underscores */
    public SecretName {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "name of a secret is not made of 1 to 128 letters, digits, dots, hyphens and underscores: "
                            + value);
        }
    }

    @Override
    public int compareTo(SecretName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;

/**
 * E-mail over an SMTP server.
 *
 * @param from the sender's address, which may carry a name: {@code Watchkeeper <watch@example.com>}
 * @param user for authentication; empty for none
 * @param secret the user's password
 * @param deadline for connecting, and for each answer of the server
 */
public record EmailSettings(
        String host, int port, Security security, String from, String user, Secret secret, Duration deadline)
        implements ChannelSettings {
    /** How the connection is secured. Certificates are always checked. */
    public enum Security {
        /** Begins in plain and must switch to TLS (RFC 3207), usually on port 587. */
        STARTTLS_REQUIRED,
        /** The same if the server offers it; else the message travels in plain, and no password is sent. */
        STARTTLS_OPTIONAL,
        /** TLS from the first byte (RFC 8314), usually on port 465. */
        TLS,
        /** Never TLS; no password is sent. */
        NONE
    }

    /** For port 587. */
    public static final EmailSettings EMPTY =
            new EmailSettings("", 587, Security.STARTTLS_REQUIRED, "", "", Secret.NONE, Duration.ofSeconds(20));

    @Override
    public List<Problem> problems() {
        return new Checks()
                .host("host", host)
                .port("port", port)
                .that(
                        addressProblems(from).isEmpty(),
                        "from",
                        "Enter the address that messages come from, such as watch@example.com.")
                .that(Checks.oneLine(user), "user", "Enter the user in one line.")
                .that(
                        user.isEmpty() || !secret.isEmpty(),
                        "secret",
                        "Enter the password of " + user + ", or leave the user empty.")
                .that(
                        user.isEmpty() || security == Security.STARTTLS_REQUIRED || security == Security.TLS,
                        "security",
                        "Choose STARTTLS required or TLS: without, the password could be read on its way.")
                .deadline("deadline", deadline)
                .problems();
    }

    @Override
    public List<String> addressProblems(String address) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(address, true);
            if (Checks.oneLine(address)
                    && parsed.length == 1
                    && parsed[0].getAddress().contains("@")) {
                parsed[0].validate();
                return List.of();
            }
        } catch (AddressException e) {
            return List.of("This is no e-mail address: " + e.getMessage() + ". Enter one such as ada@example.com.");
        }
        return List.of("Enter one e-mail address, such as ada@example.com.");
    }

    @Override
    public EmailSettings withSecret(Secret other) {
        return new EmailSettings(host, port, security, from, user, other, deadline);
    }

    @Override
    public boolean severalAddresses() {
        return true;
    }
}

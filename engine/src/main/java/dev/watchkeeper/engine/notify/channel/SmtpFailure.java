package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of SMTP comes to. Reply codes follow RFC 5321, section 4.2.1: 4xx is for now, 5xx for good; 421 is said
 * by a server that closes.
 */
final class SmtpFailure {
    private static final int CLOSING = 421;
    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;

    private final EmailSettings settings;
    private final int addresses;

    SmtpFailure(EmailSettings settings, List<String> addresses) {
        this.settings = settings;
        this.addresses = addresses.size();
    }

    Delivery of(MessagingException thrown) {
        String server = settings.host() + ":" + settings.port();
        if (thrown instanceof AuthenticationFailedException) {
            return Delivery.unavailable(server + " refuses user or password: " + Answers.of(thrown)
                    + ". Check both in the settings of the channel.");
        }
        List<String> said = new ArrayList<>();
        Outcome worst = null;
        List<Exception> chain = new ArrayList<>();
        for (Exception next = thrown; next != null; next = next(next)) {
            int code = code(next);
            if (code >= TRANSIENT) {
                said.add(Answers.of(next));
                worst = milder(worst, outcome(code));
            }
            chain.add(next);
        }
        if (worst != null) {
            String all = String.join("; ", said.stream().distinct().toList());
            return new Delivery(worst, addresses > 1 ? "not for every address: " + all : all, List.of(), null);
        }
        return Delivery.unavailable(network(server, thrown, chain));
    }

    private String network(String server, MessagingException thrown, List<Exception> chain) {
        String root = Answers.of(chain.get(chain.size() - 1));
        if (has(chain, SocketTimeoutException.class)) {
            return server + " did not answer within " + settings.deadline().toMillis() + " ms.";
        }
        if (has(chain, UnknownHostException.class)) {
            return "There is no server " + settings.host() + ". Check its name.";
        }
        if (has(chain, SSLException.class)) {
            return server + " and Watchkeeper cannot agree on TLS: " + root
                    + ". Check the port, the kind of security and the server's certificate.";
        }
        if (thrown instanceof MailConnectException) {
            return server + " cannot be reached: " + root + ". Check name, port and firewall.";
        }
        String said = Answers.of(thrown);
        return server + ": " + (said.contains(root) ? said : said + ": " + root);
    }

    private static boolean has(List<Exception> chain, Class<? extends Exception> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static @Nullable Exception next(Exception thrown) {
        if (thrown instanceof MessagingException messaging && messaging.getNextException() != null) {
            return messaging.getNextException();
        }
        return thrown.getCause() instanceof Exception cause ? cause : null;
    }

    /** The reply code that an exception carries; −1 for none. */
    private static int code(Exception thrown) {
        if (thrown instanceof SMTPSendFailedException failed) {
            return failed.getReturnCode();
        }
        if (thrown instanceof SMTPSenderFailedException failed) {
            return failed.getReturnCode();
        }
        return thrown instanceof SMTPAddressFailedException failed ? failed.getReturnCode() : -1;
    }

    private static Outcome outcome(int code) {
        if (code == CLOSING) {
            return Outcome.UNAVAILABLE;
        }
        return code >= PERMANENT ? Outcome.REFUSED : Outcome.DEFERRED;
    }

    /** Of two outcomes that which leaves the more hope: one address for which to try again is reason enough. */
    private static Outcome milder(@Nullable Outcome one, Outcome other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }
}

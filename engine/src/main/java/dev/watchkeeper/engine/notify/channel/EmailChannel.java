package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.channel.EmailSettings.Security;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * E-mail over SMTP (RFC 5321). Each message has a connection of its own. Its Message-ID is derived from the message, so a
 * second copy can be told as such.
 */
final class EmailChannel implements Channel {
    private final EmailSettings settings;
    private final Session session;

    /** Trusts the servers that the socket factory trusts. */
    EmailChannel(EmailSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        session = Session.getInstance(properties(settings, tls));
    }

    private static Properties properties(EmailSettings settings, SSLSocketFactory tls) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.deadline().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.quitwait", "false");
        // A refused address must not keep the others from getting the message.
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(authenticates(settings)));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.setProperty(
                "mail.smtp.starttls.enable",
                Boolean.toString(settings.security() == Security.STARTTLS_OPTIONAL
                        || settings.security() == Security.STARTTLS_REQUIRED));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS_REQUIRED));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        return properties;
    }

    /** A password goes over connections that are surely encrypted, and over no others. */
    private static boolean authenticates(EmailSettings settings) {
        return !settings.user().isEmpty()
                && (settings.security() == Security.TLS || settings.security() == Security.STARTTLS_REQUIRED);
    }

    @Override
    public Delivery send(Message message, List<String> addresses) {
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            Address[] to = to(addresses);
            EmailText mail = new EmailText(session, settings.from(), message, to);
            if (authenticates(settings)) {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.user(),
                        settings.secret().reveal());
            } else {
                transport.connect(settings.host(), settings.port(), null, null);
            }
            return sent(transport, mail, to, addresses);
        } catch (MessagingException e) {
            Delivery delivery = new SmtpFailure(settings, addresses).of(e);
            return new Delivery(
                    delivery.outcome(),
                    Answers.clean(delivery.answer(), settings.secret()),
                    delivery.reached(),
                    delivery.retryAfterOrNull());
        }
    }

    private Delivery sent(SMTPTransport transport, EmailText mail, Address[] to, List<String> addresses)
            throws MessagingException {
        try {
            transport.sendMessage(mail, to);
            return Delivery.sent(Answers.clean(transport.getLastServerResponse(), settings.secret()), addresses);
        } catch (SendFailedException e) {
            Address[] valid = e.getValidSentAddresses();
            if (valid == null || valid.length == 0) {
                throw e;
            }
            List<String> reached = new ArrayList<>(addresses);
            reached.retainAll(Arrays.stream(valid)
                    .map(address -> addresses.get(Arrays.asList(to).indexOf(address)))
                    .toList());
            Delivery rest = new SmtpFailure(settings, addresses).of(e);
            return new Delivery(rest.outcome(), Answers.clean(rest.answer(), settings.secret()), reached, null);
        }
    }

    private static Address[] to(List<String> addresses) throws MessagingException {
        Address[] to = new Address[addresses.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = new InternetAddress(addresses.get(i), true);
        }
        return to;
    }

    @Override
    public void close() {
        // Nothing is open between messages.
    }
}

package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/** A message as an e-mail (RFC 5322). What it is made of cannot add lines to its head. */
final class EmailText extends MimeMessage {
    private final String messageId;

    EmailText(Session session, String from, Message message, Address[] to) throws MessagingException {
        super(session);
        InternetAddress sender = new InternetAddress(from, true);
        String domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
        messageId = "<" + UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
        setFrom(sender);
        setRecipients(RecipientType.TO, to);
        setSubject(message.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(message.notice().at()));
        // RFC 3834: so that nobody's holiday answer comes back.
        setHeader("Auto-Submitted", "auto-generated");
        setText(message.text(), StandardCharsets.UTF_8.name());
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}

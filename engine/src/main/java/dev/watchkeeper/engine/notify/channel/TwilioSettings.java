package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SMS over Twilio, or over a server that speaks as Twilio does (API version 2010-04-01).
 *
 * @param account the account SID, which begins with AC
 * @param secret the account's auth token
 * @param from the sender: a number such as {@code +4930123456}, an alphanumeric sender or the SID of a messaging service
 * @param endpoint the server to use in place of {@code https://api.twilio.com}; empty for that
 * @param deadline for connecting and for the answer
 */
public record TwilioSettings(String account, Secret secret, String from, String endpoint, Duration deadline)
        implements ChannelSettings {
    public static final TwilioSettings EMPTY = new TwilioSettings("", Secret.NONE, "", "", Duration.ofSeconds(20));

    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    @Override
    public List<Problem> problems() {
        return new Checks()
                .that(
                        ACCOUNT.matcher(account).matches(),
                        "account",
                        "Enter the account SID: AC and 32 digits or letters a to f.")
                .that(!secret.isEmpty(), "secret", "Enter the auth token of the account.")
                .that(
                        isService() || isNumber(from) || NAME.matcher(from).matches(),
                        "from",
                        "Enter a number such as +4930123456, a sender of up to 11 letters, or a messaging service SID.")
                .endpoint("endpoint", endpoint, false)
                .deadline("deadline", deadline)
                .problems();
    }

    @Override
    public List<String> addressProblems(String address) {
        return isNumber(address)
                ? List.of()
                : List.of("Enter the number with + and country code and without spaces, such as +4915112345678.");
    }

    /** Whether the sender is a messaging service. */
    boolean isService() {
        return SERVICE.matcher(from).matches();
    }

    /** Whether a text is a telephone number as E.164 writes it. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    @Override
    public TwilioSettings withSecret(Secret other) {
        return new TwilioSettings(account, other, from, endpoint, deadline);
    }
}

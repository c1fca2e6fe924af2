package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Amazon SNS: topics, and telephone numbers.
 *
 * @param region such as {@code eu-central-1}
 * @param accessKeyId of static credentials; empty for those that the AWS SDK finds by itself (environment, profile,
 *     container, instance)
 * @param secret the secret access key that belongs to it
 * @param endpoint the server to use in place of Amazon's; empty for that
 * @param deadline for one request with its answer
 */
public record SnsSettings(String region, String accessKeyId, Secret secret, String endpoint, Duration deadline)
        implements ChannelSettings {
    public static final SnsSettings EMPTY = new SnsSettings("", "", Secret.NONE, "", Duration.ofSeconds(20));

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");
    private static final Pattern KEY_ID = Pattern.compile("[A-Z0-9]{16,128}");

    @Override
    public List<Problem> problems() {
        return new Checks()
                .that(REGION.matcher(region).matches(), "region", "Enter a region such as eu-central-1.")
                .that(
                        accessKeyId.isEmpty() || KEY_ID.matcher(accessKeyId).matches(),
                        "accessKeyId",
                        "Enter the access key ID, capital letters and digits, or leave it empty for the credentials of"
                                + " this machine.")
                .that(
                        accessKeyId.isEmpty() == secret.isEmpty(),
                        "secret",
                        "Enter both, access key ID and secret access key, or none.")
                .endpoint("endpoint", endpoint, false)
                .deadline("deadline", deadline)
                .problems();
    }

    @Override
    public List<String> addressProblems(String address) {
        return isTopic(address) || TwilioSettings.isNumber(address)
                ? List.of()
                : List.of("Enter the ARN of a topic, such as arn:aws:sns:eu-central-1:123456789012:alarms, or a"
                        + " telephone number such as +4915112345678.");
    }

    static boolean isTopic(String address) {
        return TOPIC.matcher(address).matches();
    }

    @Override
    public SnsSettings withSecret(Secret other) {
        return new SnsSettings(region, accessKeyId, other, endpoint, deadline);
    }
}

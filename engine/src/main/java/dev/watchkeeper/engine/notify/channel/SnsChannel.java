package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Publishes to topics of Amazon SNS, and short texts to telephone numbers, one request for each. */
final class SnsChannel implements Channel {
    private static final int LONGEST_SUBJECT = 99;
    private static final int NOT_FOUND = 404;
    private static final String TEXT = "String";

    private final SnsSettings settings;
    private final SnsClient client;

    SnsChannel(SnsSettings settings) {
        this.settings = settings;
        SnsClientBuilder builder = SnsClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.deadline())
                        .socketTimeout(settings.deadline()))
                .overrideConfiguration(options -> options.apiCallTimeout(settings.deadline())
                        // Trying again is the outbox's business.
                        .retryStrategy(DefaultRetryStrategy.doNotRetry()));
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        client = builder.build();
    }

    private static AwsCredentialsProvider credentials(SnsSettings settings) {
        return settings.accessKeyId().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKeyId(), settings.secret().reveal()));
    }

    @Override
    public Delivery send(Message message, List<String> addresses) {
        return OneByOne.send(addresses, address -> publish(message, address));
    }

    private Delivery publish(Message message, String address) {
        try {
            PublishResponse response = client.publish(request(message, address));
            return Delivery.sent("Amazon SNS took it as " + response.messageId(), List.of(address));
        } catch (AwsServiceException e) {
            int status = e.statusCode();
            String answer = clean("Amazon SNS answers HTTP " + status + ": " + said(e));
            if (e.isThrottlingException() || e.isClockSkewException()) {
                return Delivery.unavailable(answer);
            }
            // A topic that is not there is no reason for other topics to wait.
            return status == NOT_FOUND ? Delivery.deferred(answer) : HttpVerdict.of(status, answer);
        } catch (SdkException e) {
            return Delivery.unavailable(clean("Amazon SNS cannot be used: " + Answers.of(e)
                    + ". Check region, address, credentials and network."));
        }
    }

    private static String said(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? Answers.of(e)
                : e.awsErrorDetails().errorCode() + ", " + e.awsErrorDetails().errorMessage();
    }

    private static PublishRequest request(Message message, String address) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("kind", attribute(message.notice().kind().name()));
        attributes.put("priority", attribute(message.notice().priority().name()));
        message.notice().asset().ifPresent(asset -> attributes.put("asset", attribute(asset.value())));
        PublishRequest.Builder request = PublishRequest.builder().messageAttributes(attributes);
        if (!SnsSettings.isTopic(address)) {
            return request.phoneNumber(address).message(message.shortText()).build();
        }
        request.topicArn(address).subject(subject(message.subject())).message(message.text());
        if (address.endsWith(".fifo")) {
            request.messageGroupId(message.notice()
                            .asset()
                            .map(Object::toString)
                            .orElse("watchkeeper")
                            .replaceAll("[^\\x21-\\x7e]", "_"))
                    .messageDeduplicationId(UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        return request.build();
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder().dataType(TEXT).stringValue(value).build();
    }

    /** As SNS wants it: ASCII without control characters, shorter than 100. */
    private static String subject(String text) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.length() > LONGEST_SUBJECT ? ascii.substring(0, LONGEST_SUBJECT) : ascii;
    }

    private String clean(String answer) {
        return Answers.clean(answer, settings.secret());
    }

    @Override
    public void close() {
        client.close();
    }
}

package dev.watchkeeper.engine.notify.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts messages as JSON to a web address. Every request carries
 *
 * <ul>
 *   <li>{@code Watchkeeper-Id}: the message's id, the same at every try
 *   <li>{@code Watchkeeper-Timestamp}: seconds since 1970 at which it was sent
 *   <li>{@code Watchkeeper-Signature}: {@code v1=} and the signature, see {@link WebhookSignature}
 * </ul>
 */
final class WebhookChannel implements Channel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookSettings settings;
    private final HttpCaller http;
    private final InstantSource clock;

    WebhookChannel(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        http = new HttpCaller(settings.deadline());
    }

    @Override
    public Delivery send(Message message, List<String> addresses) {
        Instant now = clock.instant();
        byte[] body = body(message);
        String timestamp = Long.toString(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url()))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Watchkeeper")
                .header(WebhookSignature.ID, message.id().replaceAll("[^\\x21-\\x7e]", "_"))
                .header(WebhookSignature.TIMESTAMP, timestamp)
                .header(WebhookSignature.SIGNATURE, WebhookSignature.of(settings.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.call(request);
            String answer = Answers.clean("HTTP " + response.statusCode() + " " + response.body(), settings.secret());
            if (HttpVerdict.done(response.statusCode())) {
                return Delivery.sent(answer, addresses);
            }
            return HttpVerdict.of(response.statusCode(), answer)
                    .retryAfter(response.headers()
                            .firstValue("Retry-After")
                            .map(field -> HttpVerdict.retryAfter(field, now))
                            .orElse(null));
        } catch (IOException e) {
            return Delivery.unavailable(Answers.clean(Answers.of(e), settings.secret()));
        }
    }

    private static byte[] body(Message message) {
        Notice notice = message.notice();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id());
        fields.put("notice", notice.id());
        fields.put("kind", notice.kind().name());
        fields.put("priority", notice.priority().name());
        notice.asset().ifPresent(asset -> fields.put("asset", asset.value()));
        notice.alarm().ifPresent(alarm -> fields.put("alarm", alarm.value()));
        fields.put("at", notice.at().toString());
        fields.put("since", notice.since().toString());
        fields.put("headline", notice.headline());
        fields.put("severity", notice.severity());
        fields.put("cause", notice.cause());
        fields.put("consequence", notice.consequence());
        fields.put("action", notice.action());
        fields.put("details", notice.details());
        message.ack().ifPresent(ack -> {
            fields.put("acknowledgeCode", ack.code());
            ack.link().ifPresent(link -> fields.put("acknowledgeLink", link.toString()));
        });
        fields.put("text", message.text());
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("message " + message.id() + " cannot be written as JSON", e);
        }
    }

    @Override
    public void close() {
        // The JDK's client ends with its last request.
    }
}

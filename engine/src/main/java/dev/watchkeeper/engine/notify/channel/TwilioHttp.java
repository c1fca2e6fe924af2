package dev.watchkeeper.engine.notify.channel;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Carries one request of the Twilio SDK, with our deadline, to a server that can be chosen, and once only: trying again is
 * the outbox's business. One thread.
 */
final class TwilioHttp extends HttpClient {
    private final HttpCaller http;
    private final String endpoint;
    private @Nullable HttpResponse<String> answer;

    TwilioHttp(HttpCaller http, String endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /** The status of the answer; 0 when there was none. */
    int status() {
        return answer == null ? 0 : answer.statusCode();
    }

    /** How long the answer asks to wait; null when it does not. */
    @Nullable Duration retryAfter(Instant now) {
        return answer == null
                ? null
                : answer.headers()
                        .firstValue("Retry-After")
                        .map(field -> HttpVerdict.retryAfter(field, now))
                        .orElse(null);
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target(request))
                .header("Accept", "application/json")
                .header("User-Agent", "Watchkeeper")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        try {
            HttpResponse<String> got = http.call(builder.build());
            answer = got;
            return new Response(got.body(), got.statusCode(), new Header[0]);
        } catch (IOException e) {
            throw new ApiConnectionException(Answers.of(e), e);
        }
    }

    private URI target(Request request) {
        URI whole = URI.create(request.constructURL().toString());
        if (endpoint.isEmpty()) {
            return whole;
        }
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        return URI.create(base + whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery()));
    }
}

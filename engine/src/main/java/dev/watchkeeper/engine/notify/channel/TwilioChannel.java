package dev.watchkeeper.engine.notify.channel;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.watchkeeper.engine.notify.Message;
import java.time.InstantSource;
import java.util.List;

/** SMS over Twilio's Programmable Messaging, one request for each number. */
final class TwilioChannel implements Channel {
    private final TwilioSettings settings;
    private final HttpCaller http;
    private final InstantSource clock;

    TwilioChannel(TwilioSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        http = new HttpCaller(settings.deadline());
    }

    @Override
    public Delivery send(Message message, List<String> addresses) {
        return OneByOne.send(addresses, number -> sendTo(number, message.shortText()));
    }

    private Delivery sendTo(String number, String text) {
        TwilioHttp once = new TwilioHttp(http, settings.endpoint());
        TwilioRestClient client = new TwilioRestClient.Builder(
                        settings.account(), settings.secret().reveal())
                .accountSid(settings.account())
                .httpClient(once)
                .build();
        try {
            com.twilio.rest.api.v2010.account.Message taken =
                    creator(number, text).create(client);
            return Delivery.sent("Twilio took it as " + taken.getSid() + ", " + taken.getStatus(), List.of(number));
        } catch (ApiConnectionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Delivery.unavailable(clean(Answers.of(cause)));
        } catch (ApiException e) {
            int status = e.getStatusCode() == null ? once.status() : e.getStatusCode();
            String code = e.getCode() == null ? "" : ", code " + e.getCode();
            return HttpVerdict.of(status, clean("Twilio answers HTTP " + status + code + ": " + Answers.of(e)))
                    .retryAfter(once.retryAfter(clock.instant()));
        }
    }

    private MessageCreator creator(String number, String text) {
        PhoneNumber to = new PhoneNumber(number);
        return settings.isService()
                ? com.twilio.rest.api.v2010.account.Message.creator(to, settings.from(), text)
                : com.twilio.rest.api.v2010.account.Message.creator(to, new PhoneNumber(settings.from()), text);
    }

    private String clean(String answer) {
        return Answers.clean(answer, settings.secret());
    }

    @Override
    public void close() {
        // The JDK's client ends with its last request.
    }
}

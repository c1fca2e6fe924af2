package dev.watchkeeper.engine.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final InstantSource CLOCK = InstantSource.fixed(SampleNotices.AT);

    private final List<Message> shown = new ArrayList<>();

    @Test
    void aTrialSendsAndTellsWhatTheServerSays() throws IOException {
        try (HttpPeer server = new HttpPeer()) {
            server.answer(200, "hello back", Map.of()).answer(401, "who are you", Map.of());
            WebhookSettings settings =
                    new WebhookSettings(server.url(), Secret.of("a-key-of-enough-signs"), Duration.ofSeconds(20));

            Delivery first = trial(shown::add).send("Hook", settings, "");
            Delivery second = trial(shown::add).send("Hook", settings, "");

            assertThat(first.outcome()).isEqualTo(Outcome.SENT);
            assertThat(first.answer()).isEqualTo("HTTP 200 hello back");
            assertThat(second.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(second.answer()).isEqualTo("HTTP 401 who are you");
            assertThat(server.asked().get(0).body()).contains("\"TEST\"", "Channel Hook works");
        }
    }

    @Test
    void whatHasToBeMendedFirstIsSaidWithoutSending() {
        Delivery delivery = trial(shown::add).send("Mail", EmailSettings.EMPTY, "nobody");

        assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(delivery.answer()).startsWith("Nothing was sent.").contains("name of the server", "e-mail address");
    }

    @Test
    void theDesktopShowsWhereThereIsOne() {
        Delivery with = trial(shown::add).send("Desktop", new DesktopSettings(), "");
        Delivery without = trial(Desktop.NONE).send("Desktop", new DesktopSettings(), "");

        assertThat(with.outcome()).isEqualTo(Outcome.SENT);
        assertThat(shown)
                .singleElement()
                .satisfies(message -> assertThat(message.notice().kind()).isEqualTo(NoticeKind.TEST));
        assertThat(without.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(without.answer()).contains("no desktop");
    }

    private static Trial trial(Desktop desktop) {
        ChannelFactory factory = new ChannelFactory(CLOCK, desktop, (SSLSocketFactory) SSLSocketFactory.getDefault());
        return new Trial(factory, new NoticeText(ZoneOffset.UTC), CLOCK);
    }
}

package dev.watchkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000L);
    private static final Viewport LIVE = Viewport.live(Duration.ofMinutes(10), NOW);

    @Test
    void aLiveOneFollowsTheClockAndAStillOneDoesNot() {
        Viewport still = LIVE.panned(-60_000, NOW);

        Instant later = NOW.plusSeconds(5);

        assertThat(LIVE.at(later).endMillis()).isEqualTo(later.toEpochMilli());
        assertThat(still.at(later)).isEqualTo(still);
    }

    @Test
    void panningIntoThePastLeavesThePresent() {
        Viewport past = LIVE.panned(-60_000, NOW);

        assertThat(past.live()).isFalse();
        assertThat(past.endMillis()).isEqualTo(NOW.toEpochMilli() - 60_000);
        assertThat(past.lengthMillis()).isEqualTo(LIVE.lengthMillis());
    }

    @Test
    void panningBackToThePresentFollowsItAgain() {
        Viewport back = LIVE.panned(-60_000, NOW).panned(90_000, NOW);

        assertThat(back).isEqualTo(LIVE);
    }

    @Test
    void zoomingInKeepsTheMomentUnderTheCursorInItsPlace() {
        long anchor = LIVE.startMillis() + LIVE.lengthMillis() / 4;

        Viewport zoomed = LIVE.zoomed(0.5, anchor, NOW);

        assertThat(zoomed.live()).isFalse();
        assertThat(zoomed.lengthMillis()).isEqualTo(LIVE.lengthMillis() / 2);
        assertThat((double) (anchor - zoomed.startMillis()) / zoomed.lengthMillis())
                .isEqualTo(0.25);
    }

    @Test
    void zoomingOutBeyondThePresentStaysLive() {
        Viewport zoomed = LIVE.zoomed(2, LIVE.startMillis() + 1, NOW);

        assertThat(zoomed.live()).isTrue();
        assertThat(zoomed.endMillis()).isEqualTo(NOW.toEpochMilli());
        assertThat(zoomed.lengthMillis()).isEqualTo(2 * LIVE.lengthMillis());
    }

    @Test
    void zoomingEndsAtTheShortestAndTheLongestStretch() {
        assertThat(LIVE.zoomed(1e-9, LIVE.startMillis(), NOW).lengthMillis()).isEqualTo(Viewport.SHORTEST_MILLIS);
        assertThat(LIVE.zoomed(1e12, LIVE.startMillis(), NOW).lengthMillis()).isEqualTo(Viewport.LONGEST_MILLIS);
    }

    @Test
    void aMomentIsWidenedToAStretchAroundIt() {
        Viewport around = Viewport.still(new TimeSpan(NOW, NOW));

        assertThat(around.lengthMillis()).isEqualTo(Viewport.SHORTEST_MILLIS);
        assertThat(around.span().contains(NOW)).isTrue();
    }

    @Test
    void anEmptyOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewport(5, 5, false))
                .withMessageContaining("5");
    }
}

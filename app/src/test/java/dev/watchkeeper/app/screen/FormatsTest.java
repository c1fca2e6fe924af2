package dev.watchkeeper.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats formats = new Formats(ZoneId.of("Europe/Berlin"));

    @Test
    void timesOfTodayHaveSecondsAndOthersTheirDay() {
        Instant now = Instant.parse("2026-03-17T02:12:40Z");

        assertThat(formats.time(now, now)).isEqualTo("03:12:40");
        assertThat(formats.time(now.minus(Duration.ofHours(5)), now)).isEqualTo("16 Mar 22:12");
    }

    @Test
    void agesHaveTheirLargestUnits() {
        assertThat(Formats.age(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(Formats.age(Duration.ofSeconds(75))).isEqualTo("75 s");
        assertThat(Formats.age(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(Formats.age(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Formats.age(Duration.ofDays(4))).isEqualTo("4 d");
        assertThat(Formats.age(Duration.ofMillis(-5))).isEqualTo("0.0 s");
    }

    @Test
    void valuesKeepAboutThreeDigits() {
        assertThat(Formats.value(1478.4)).isEqualTo("1478");
        assertThat(Formats.value(66.63)).isEqualTo("66.6");
        assertThat(Formats.value(4.7512)).isEqualTo("4.75");
        assertThat(Formats.value(0.01234)).isEqualTo("0.012");
        assertThat(Formats.value(0)).isEqualTo("0.00");
        assertThat(Formats.value(-3.2)).isEqualTo("−3.20");
        assertThat(Formats.value(Double.NaN)).isEqualTo("–");
        assertThat(Formats.value(4.62, new Unit("bar"))).isEqualTo("4.62 bar");
    }
}

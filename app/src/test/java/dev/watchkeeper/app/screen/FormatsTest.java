package dev.watchkeeper.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    @Test
    void aSpanNamesItsDayOnceAndOnlyWhereItIsNotToday() {
        Formats utc = new Formats(ZoneOffset.UTC);
        Instant now = Instant.parse("2026-11-20T08:00:00Z");

        assertThat(utc.span(span("2026-11-20T07:10:05Z", "2026-11-20T07:12:00Z"), now))
                .isEqualTo("07:10:05–07:12:00");
        assertThat(utc.span(span("2026-11-12T03:10:00Z", "2026-11-12T03:40:00Z"), now))
                .isEqualTo("12 Nov 03:10–03:40");
        assertThat(utc.span(span("2026-11-12T03:10:02Z", "2026-11-12T03:10:05Z"), now))
                .isEqualTo("12 Nov 03:10");
        assertThat(utc.span(span("2026-11-12T23:50:00Z", "2026-11-13T00:10:00Z"), now))
                .isEqualTo("12 Nov 23:50–13 Nov 00:10");
        assertThat(utc.span(span("2026-11-19T23:50:00Z", "2026-11-20T00:10:00Z"), now))
                .isEqualTo("19 Nov 23:50–00:10:00");
    }

    private static TimeSpan span(String start, String end) {
        return new TimeSpan(Instant.parse(start), Instant.parse(end));
    }
}

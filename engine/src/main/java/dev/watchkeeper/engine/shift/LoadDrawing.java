package dev.watchkeeper.engine.shift;

import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.Flood;
import dev.watchkeeper.engine.alarm.kpi.Standard;
import dev.watchkeeper.engine.report.pdf.PdfDrawing;
import dev.watchkeeper.engine.report.pdf.PdfInk;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The load per ten minutes as columns, with the lines of the standard and floods shaded. */
final class LoadDrawing {
    static final float HEIGHT = 150;

    private static final float LEFT = 24;
    private static final float TOP = 8;
    private static final float AXIS = 16;
    private static final float SMALL = 7;
    private static final float GAP = 0.8f;
    private static final int MOST_TICKS = 9;
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7));
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final AlarmKpis kpis;
    private final ZoneId zone;
    private final PdfDrawing drawing;
    private final int top;

    private LoadDrawing(AlarmKpis kpis, ZoneId zone, PdfDrawing drawing) {
        this.kpis = kpis;
        this.zone = zone;
        this.drawing = drawing;
        top = Math.max(Standard.FLOOD_ABOVE + 2, kpis.load().most() + 1);
    }

    static void draw(AlarmKpis kpis, ZoneId zone, PdfDrawing drawing) throws IOException {
        new LoadDrawing(kpis, zone, drawing).draw();
    }

    private void draw() throws IOException {
        drawing.fill(PdfInk.GROUND, LEFT, TOP, plotWidth(), plotHeight());
        for (Flood flood : kpis.floods()) {
            float from = x(flood.span().start());
            drawing.fill(PdfInk.SHADE, from, TOP, Math.max(1, x(flood.span().end()) - from), plotHeight());
        }
        columns();
        limit(Standard.FLOOD_ABOVE, "flood above " + Standard.FLOOD_ABOVE);
        limit((int) Standard.MOST_AVERAGE, "");
        drawing.writeRight(PdfInk.SOFT, SMALL, LEFT - 3, TOP + SMALL, "" + top);
        drawing.writeRight(PdfInk.SOFT, SMALL, LEFT - 3, bottom(), "0");
        ticks();
    }

    private void columns() throws IOException {
        List<Integer> counts = kpis.load().counts();
        Duration step = kpis.load().step();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                Instant start = kpis.load().start().plus(step.multipliedBy(i));
                float from = x(start);
                float wide = Math.max(GAP, x(start.plus(step)) - from - GAP);
                PdfInk ink = counts.get(i) > Standard.FLOOD_ABOVE ? PdfInk.ALARM : PdfInk.BAR;
                float high = plotHeight() * counts.get(i) / top;
                drawing.fill(ink, from, bottom() - high, wide, high);
            }
        }
    }

    private void limit(int level, String words) throws IOException {
        float y = bottom() - plotHeight() * level / top;
        drawing.line(PdfInk.SOFT, true, LEFT, y, LEFT + plotWidth(), y);
        drawing.writeRight(PdfInk.SOFT, SMALL, LEFT - 3, y + 2, "" + level);
        if (!words.isEmpty()) {
            drawing.writeRight(PdfInk.SOFT, SMALL, LEFT + plotWidth() - 2, y - 2, words);
        }
    }

    private void ticks() throws IOException {
        TimeSpan span = kpis.span();
        Duration step = STEPS.stream()
                .filter(candidate -> span.length().toSeconds() / (double) candidate.toSeconds() <= MOST_TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        ZonedDateTime tick = span.start().atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (tick.toInstant().isBefore(span.end())) {
            if (span.contains(tick.toInstant())) {
                boolean midnight = tick.equals(tick.truncatedTo(ChronoUnit.DAYS));
                float x = x(tick.toInstant());
                drawing.line(PdfInk.SOFT, false, x, bottom(), x, bottom() + 3);
                drawing.write(PdfInk.SOFT, false, SMALL, x, bottom() + 4 + SMALL, (midnight ? DAY : HOUR).format(tick));
            }
            tick = tick.plus(step);
        }
    }

    /** The last interval may reach past the end. */
    private float x(Instant moment) {
        double share = Duration.between(kpis.span().start(), moment).toMillis()
                / (double) Math.max(1, kpis.span().length().toMillis());
        return LEFT + (float) (Math.max(0, Math.min(1, share)) * plotWidth());
    }

    private float plotWidth() {
        return drawing.width() - LEFT;
    }

    private float plotHeight() {
        return drawing.height() - TOP - AXIS;
    }

    private float bottom() {
        return TOP + plotHeight();
    }
}

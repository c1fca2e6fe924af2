package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Pulse;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is visible above every screen. Looked at twice a second, and at once after an alarm has changed. UI thread. */
public final class ShellViewModel {
    private static final int NEWEST = 3;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_PER_STATUS = 5;
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Alarms alarms;
    private final Assets assets;
    private final LiveReadings live;
    private final Supplier<PipelineStatus> pipeline;
    private final InstantSource clock;
    private final Formats formats;
    private final Executor ui;
    private final Executor background;
    private final Pulse pulse;
    private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.EMPTY);

    public ShellViewModel(ConsolePorts ports, Formats formats, Pulse pulse, Executor ui) {
        alarms = ports.alarms();
        assets = ports.assets();
        live = ports.live();
        pipeline = ports.pipeline();
        clock = ports.clock();
        background = ports.background();
        this.formats = formats;
        this.pulse = pulse;
        this.ui = ui;
    }

    /** One of the newest alarms, as text. */
    public record StripAlarm(Alarm alarm, String time, String asset) {}

    /**
     * The whole strip at one moment.
     *
     * @param counts alarms that are not over, by priority
     * @param quiet what stands there while there is no alarm
     * @param dataAge age of the newest reading as text; empty before the first
     * @param stale whether that age is a reason to worry
     */
    public record Strip(
            List<StripAlarm> newest,
            Map<Priority, Integer> counts,
            String quiet,
            String dataAge,
            boolean stale,
            Optional<PipelineStatus> pipeline) {
        static final Strip EMPTY = new Strip(List.of(), Map.of(), "", "", false, Optional.empty());

        /** All alarms that are not over. */
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public ReadOnlyObjectProperty<Strip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** Keeps the strip up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<Strip> loader = new Loader<>("The alarm strip", background, ui, this::publish);
        Beat beat = new Beat(loader);
        Subscription listening = alarms.onChange(alarm -> beat.changed = true);
        return new Subscriptions().add(loader).add(listening).add(pulse.every(LOOK, beat::tick));
    }

    private final class Beat {
        private final Loader<Strip> loader;
        private volatile boolean changed = true;
        private int looks;

        Beat(Loader<Strip> loader) {
            this.loader = loader;
        }

        void tick() {
            looks++;
            if (changed || looks >= LOOKS_PER_STATUS) {
                changed = false;
                looks = 0;
                loader.load(ShellViewModel.this::look);
            }
        }
    }

    private void publish(Load<Strip> load) {
        if (load instanceof Load.Ready<Strip>(Strip value)) {
            strip.set(value);
        }
    }

    private Strip look() {
        Instant now = clock.instant();
        List<Alarm> current = alarms.current();
        Map<Priority, Integer> counts = new EnumMap<>(Priority.class);
        current.forEach(alarm -> counts.merge(alarm.priority(), 1, Integer::sum));
        List<StripAlarm> newest = current.stream()
                .limit(NEWEST)
                .map(alarm -> new StripAlarm(
                        alarm,
                        formats.time(alarm.openedAt(), now),
                        assets.find(alarm.asset())
                                .map(Asset::label)
                                .orElse(alarm.asset().value())))
                .toList();
        Optional<Duration> age = live.lastArrival().map(arrival -> Duration.between(arrival, now));
        return new Strip(
                newest,
                counts,
                newest.isEmpty() ? quiet(now) : "",
                age.map(Formats::age).orElse(""),
                age.isPresent() && age.get().compareTo(STALE_AFTER) > 0,
                Optional.of(pipeline.get()));
    }

    private String quiet(Instant now) {
        TimeSpan span = new TimeSpan(now.minus(REMEMBERED), now.plusSeconds(1));
        return alarms.opened(span, 1).stream()
                .findFirst()
                .map(last -> "No alarms. The last one was at " + formats.time(last.openedAt(), now) + ".")
                .orElse("No alarms so far.");
    }
}

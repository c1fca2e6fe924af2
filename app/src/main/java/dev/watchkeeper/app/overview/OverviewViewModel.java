package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The overview: the whole plant in one value, five times a second at most. UI thread. */
public final class OverviewViewModel {
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Without new readings it is looked at every so many looks, for ages and silences. */
    private static final int QUIET_LOOKS = 5;

    private final OverviewReader reader;
    private final LiveReadings live;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<Load<Overview>> overview = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyAbnormal = new SimpleBooleanProperty();

    OverviewViewModel(
            Alarms alarms, Assets assets, LiveReadings live, Supplier<PipelineStatus> pipeline, ScreenContext context) {
        reader = new OverviewReader(alarms, assets, live, pipeline);
        this.live = live;
        this.context = context;
    }

    public ReadOnlyObjectProperty<Load<Overview>> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** Part of an asset's, area's or sensor's name; tiles without it are left out. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Whether tiles without anything abnormal are left out. */
    public BooleanProperty onlyAbnormalProperty() {
        return onlyAbnormal;
    }

    /** Whether a tile passes both filters. */
    public boolean passes(Overview.Tile tile) {
        if (onlyAbnormal.get() && !tile.abnormal()) {
            return false;
        }
        String part = filter.get().strip().toLowerCase(Locale.ROOT);
        return part.isEmpty()
                || contains(tile.label(), part)
                || contains(tile.area(), part)
                || tile.sensors().stream()
                        .anyMatch(line -> contains(line.sensor().label(), part));
    }

    /** Keeps the overview up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<Overview> loader = new Loader<>("The overview", context.background(), context.ui(), overview::set);
        Beat beat = new Beat(loader);
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, beat::tick));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    private final class Beat {
        private final Loader<Overview> loader;
        private long seen = -1;
        private int quiet;

        Beat(Loader<Overview> loader) {
            this.loader = loader;
        }

        void tick() {
            long version = live.version();
            quiet++;
            if (version != seen || quiet >= QUIET_LOOKS) {
                seen = version;
                quiet = 0;
                Instant now = context.clock().instant();
                loader.load(() -> reader.read(now));
            }
        }
    }
}

package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is suppressed in one of the three ways, and the way back. UI thread. */
public final class HiddenViewModel {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final AlarmControls alarms;
    private final Assets assets;
    private final Suppression.Slot slot;
    private final ScreenContext context;
    private final AlarmHandling handling;
    private final ReadOnlyObjectWrapper<Load<List<HiddenRow>>> rows = new ReadOnlyObjectWrapper<>(new Load.Loading<>());

    HiddenViewModel(
            AlarmControls alarms, Assets assets, Suppression.Slot slot, ScreenContext context, AlarmHandling handling) {
        this.alarms = alarms;
        this.assets = assets;
        this.slot = slot;
        this.context = context;
        this.handling = handling;
    }

    public Suppression.Slot slot() {
        return slot;
    }

    /** Each row as it stands now; published anew every half second, for the time that is left runs. */
    public ReadOnlyObjectProperty<Load<List<HiddenRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Why nothing can be done from here; empty where it can. */
    public Optional<String> refusal() {
        return handling.refusal();
    }

    /** Takes it off the shelf. */
    public void unshelve(HiddenRow row) {
        handling.unshelve(row.source(), row.what(), "Taken off the shelf from the list");
    }

    /** Keeps the rows up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<List<HiddenRow>> loader =
                new Loader<>("What is suppressed", context.background(), context.ui(), rows::set);
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, () -> {
            Instant now = context.clock().instant();
            loader.load(() -> HiddenRow.read(alarms, assets, slot, context.formats(), now));
        }));
    }
}

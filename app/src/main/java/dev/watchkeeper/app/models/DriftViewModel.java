package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** How the selected asset drifts, down to one feature of one sensor. UI thread. */
public final class DriftViewModel {
    private static final int LOOKS_PER_RELOAD = 20;

    private final DriftHistory history;
    private final ScreenContext context;
    private final AssetSection<DriftPicture> section;
    private @Nullable DriftPick wanted;
    private @Nullable DriftPeriod period;

    DriftViewModel(DriftHistory history, ScreenContext context) {
        this.history = history;
        this.context = context;
        section = new AssetSection<>("The drift", LOOKS_PER_RELOAD, context);
    }

    ReadOnlyObjectProperty<Load<DriftPicture>> pictureProperty() {
        return section.property();
    }

    /** Draws the curve of this feature from now on, not that of the worst. */
    void pick(DriftPick feature) {
        if (!feature.equals(wanted)) {
            wanted = feature;
            section.expire();
        }
    }

    /** Draws this much of the curve from now on. */
    void show(DriftPeriod length) {
        period = length;
        section.expire();
    }

    void forget() {
        wanted = null;
        period = null;
        section.forget();
    }

    Subscription attach() {
        return section.attach();
    }

    void look(AssetId asset) {
        Instant now = context.clock().instant();
        DriftPick feature = wanted;
        DriftPeriod length = period;
        section.look(() -> DriftPicture.read(history, asset, feature, length, now));
    }

    void expire() {
        section.expire();
    }
}

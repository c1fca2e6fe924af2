package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.models.ModelAdvice;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which training is advised on whatever screen is seen, and what was put off. UI thread. */
public final class AdviceViewModel {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_RELOAD = 10;

    private final Models models;
    private final Assets assets;
    private final ScreenContext context;
    private final Set<PutOff> putOff = new HashSet<>();
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>(Advice.NONE);

    /**
     * What is advised.
     *
     * @param firstOrNull what to show; null while nothing is advised
     * @param more how many others there are
     */
    public record Advice(@Nullable ModelAdvice firstOrNull, int more) {
        static final Advice NONE = new Advice(null, 0);
    }

    /** What the user does not want to hear of again: a later reason is another one. */
    private record PutOff(Object asset, Object since) {
        static PutOff of(ModelAdvice advice) {
            return new PutOff(advice.asset(), advice.since());
        }
    }

    AdviceViewModel(Models models, Assets assets, ScreenContext context) {
        this.models = models;
        this.assets = assets;
        this.context = context;
    }

    public ReadOnlyObjectProperty<Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Does not show this again, unless there is another reason for it. */
    public void putOff(ModelAdvice unwanted) {
        putOff.add(PutOff.of(unwanted));
        advice.set(Advice.NONE);
    }

    /** Keeps it up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<List<ModelAdvice>> loader =
                new Loader<>("The advice on models", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(loader);
        return new Subscriptions()
                .add(loader)
                .add(models.onChange(card -> beat.changed = true))
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private void publish(Load<List<ModelAdvice>> load) {
        if (load instanceof Load.Ready<List<ModelAdvice>>(List<ModelAdvice> all)) {
            List<ModelAdvice> wanted =
                    all.stream().filter(one -> !putOff.contains(PutOff.of(one))).toList();
            advice.set(wanted.isEmpty() ? Advice.NONE : new Advice(wanted.getFirst(), wanted.size() - 1));
        }
    }

    private final class Beat {
        private final Loader<List<ModelAdvice>> loader;
        private volatile boolean changed = true;
        private int looks;

        Beat(Loader<List<ModelAdvice>> loader) {
            this.loader = loader;
        }

        void tick() {
            looks++;
            if (changed || looks >= LOOKS_PER_RELOAD) {
                changed = false;
                looks = 0;
                loader.load(() -> ModelAdvice.read(
                        models, assets, context.formats(), context.clock().instant()));
            }
        }
    }
}

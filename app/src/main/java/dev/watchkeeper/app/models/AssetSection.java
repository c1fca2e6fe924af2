package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A part of the screen that tells of the selected asset: loads it when it is out of date, and forgets what was loaded for
 * the asset before. UI thread; sources are called in the background.
 */
final class AssetSection<T> {
    private final String what;
    private final int looksPerReload;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<Load<T>> loaded = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private @Nullable Loader<Answer<T>> loader;
    private int selection;
    private int looks;
    private boolean stale = true;

    /** What was loaded, and how many selections there had been when it was asked for. */
    private record Answer<T>(int selection, T value) {}

    /**
     * @param what names it in a failure, such as "The drift curve"
     * @param looksPerReload after so many calls of {@link #look} it is loaded anew, changed or not
     */
    AssetSection(String what, int looksPerReload, ScreenContext context) {
        this.what = what;
        this.looksPerReload = looksPerReload;
        this.context = context;
    }

    ReadOnlyObjectProperty<Load<T>> property() {
        return loaded.getReadOnlyProperty();
    }

    /** Another asset is selected. */
    void forget() {
        selection++;
        stale = true;
        loaded.set(new Load.Loading<>());
    }

    /** What is shown is out of date. */
    void expire() {
        stale = true;
    }

    /** Takes loads until the subscription is closed. */
    Subscription attach() {
        Loader<Answer<T>> attached = new Loader<>(what, context.background(), context.ui(), this::publish);
        loader = attached;
        stale = true;
        return () -> {
            attached.close();
            loader = null;
        };
    }

    /** Loads from the source if that is due. */
    void look(Supplier<T> source) {
        looks++;
        Loader<Answer<T>> attached = loader;
        if (attached == null || !(stale || looks >= looksPerReload)) {
            return;
        }
        stale = false;
        looks = 0;
        int asked = selection;
        attached.load(() -> new Answer<>(asked, source.get()));
    }

    private void publish(Load<Answer<T>> load) {
        switch (load) {
            case Load.Loading<Answer<T>>() -> loaded.set(new Load.Loading<>());
            case Load.Failed<Answer<T>>(String sentence) -> loaded.set(new Load.Failed<>(sentence));
            case Load.Ready<Answer<T>>(Answer<T>(int asked, T value)) -> {
                if (asked == selection) {
                    loaded.set(new Load.Ready<>(value));
                }
            }
        }
    }
}

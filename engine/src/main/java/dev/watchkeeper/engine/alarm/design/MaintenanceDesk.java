package dev.watchkeeper.engine.alarm.design;

import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps maintenance windows among the settings. Those that are over are forgotten with the next change. Thread-safe. */
public final class MaintenanceDesk implements MaintenanceWindows {
    private static final Comparator<MaintenanceWindow> BY_ASSET =
            Comparator.comparing(MaintenanceWindow::asset).thenComparing(MaintenanceWindow::id);

    /** Under which they are kept. */
    static final Setting<Kept> WINDOWS = new Setting<>("alarms.maintenance-windows", Kept.class, new Kept(List.of()));

    private final SettingsBook book;
    private final Assets assets;
    private final InstantSource clock;
    private final Object changing = new Object();
    private volatile List<MaintenanceWindow> windows;

    /** As they are kept. */
    record Kept(List<MaintenanceWindow> windows) {
        Kept {
            windows = List.copyOf(windows);
        }
    }

    /** Takes up what the book holds. */
    public MaintenanceDesk(SettingsBook book, Assets assets, InstantSource clock) {
        this.book = book;
        this.assets = assets;
        this.clock = clock;
        windows = book.get(WINDOWS).windows();
    }

    @Override
    public List<MaintenanceWindow> all() {
        Instant now = clock.instant();
        return windows.stream()
                .filter(window -> !window.isOver(now))
                .sorted(BY_ASSET)
                .toList();
    }

    @Override
    public void add(MaintenanceWindow window) {
        if (assets.find(window.asset()).isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no asset " + window.asset() + "; choose one of those that are described.");
        }
        if (window.isOver(clock.instant())) {
            throw new IllegalArgumentException("This maintenance window is over already; give an end in the future.");
        }
        replace(window.id(), List.of(window));
    }

    @Override
    public void remove(String id) {
        replace(id, List.of());
    }

    private void replace(String id, List<MaintenanceWindow> by) {
        synchronized (changing) {
            List<MaintenanceWindow> next = new ArrayList<>(by);
            all().stream().filter(other -> !other.id().equals(id)).forEach(next::add);
            book.set(WINDOWS, new Kept(next));
            windows = List.copyOf(next);
        }
    }
}

package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Suppression;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tabs of the Alarms screen, in their order. */
public enum AlarmTab {
    ACTIVE("Active", null),
    SHELVED("Shelved", Suppression.Slot.SHELF),
    SUPPRESSED("Suppressed by design", Suppression.Slot.DESIGN),
    OUT_OF_SERVICE("Out of service", Suppression.Slot.SERVICE),
    /** States of devices, apart from process alarms. */
    DEVICES("Devices", null),
    JOURNAL("Journal", null),
    KPIS("KPIs", null);

    private final String label;
    private final Suppression.@Nullable Slot slot;

    AlarmTab(String label, Suppression.@Nullable Slot slot) {
        this.label = label;
        this.slot = slot;
    }

    public String label() {
        return label;
    }

    /** By which commands name it, such as {@code out-of-service}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which suppressions it lists; empty where it lists something else. */
    Optional<Suppression.Slot> slot() {
        return Optional.ofNullable(slot);
    }

    static Optional<AlarmTab> named(String word) {
        for (AlarmTab tab : values()) {
            if (tab.word().equals(word)) {
                return Optional.of(tab);
            }
        }
        return Optional.empty();
    }
}

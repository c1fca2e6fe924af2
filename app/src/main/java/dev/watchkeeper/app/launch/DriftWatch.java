package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds when an asset begins to drift, and tells of it once until it is steady again, also over a restart of the program.
 * Thread-safe.
 */
final class DriftWatch {
    private static final Setting<Told> TOLD = new Setting<>("notify.drift", Told.class, new Told(Map.of()));

    private final SettingsBook book;
    private final Consumer<Notice> tell;

    /**
     * The drifts that go on and were told.
     *
     * @param since when each was told, by asset
     */
    record Told(Map<String, Instant> since) {
        Told {
            since = Map.copyOf(since);
        }
    }

    DriftWatch(SettingsBook book, Consumer<Notice> tell) {
        this.book = book;
        this.tell = tell;
    }

    /** Takes the verdict on an asset. */
    synchronized void look(AssetDrift drift, Instant now) {
        Map<String, Instant> told = new TreeMap<>(book.get(TOLD).since());
        String asset = drift.asset().value();
        boolean drifting = !drift.drifting().isEmpty();
        if (drifting && !told.containsKey(asset)) {
            tell.accept(notice(drift, now));
            told.put(asset, now);
            book.set(TOLD, new Told(told));
        } else if (!drifting && told.remove(asset) != null) {
            book.set(TOLD, new Told(told));
        }
    }

    private static Notice notice(AssetDrift drift, Instant now) {
        AssetDrift.Finding worst = drift.drifting().getFirst();
        FeatureDrift feature = worst.drift();
        boolean psi = feature.psi().isKnown()
                && feature.psi().ratio() >= feature.adwin().ratio();
        DriftStatistic statistic = psi ? feature.psi() : feature.adwin();
        boolean known = statistic.isKnown();
        return Notices.drift(
                drift.asset(),
                worst.sensor().name(),
                number(
                        known ? (psi ? "PSI %.2f" : "ADWIN %.2f") : "score %.2f",
                        known ? statistic.value() : feature.score()),
                number("%.2f", known ? statistic.limit() : 1),
                Priority.LOW,
                drift.since().orElse(now),
                now);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Alarms for tests, in seconds from a Monday midnight in UTC; each lasts ten minutes unless it is said how long. */
final class Facts {
    static final Instant MONDAY = Instant.parse("2026-03-16T00:00:00Z");
    static final int USUAL_SECONDS = 600;

    private final List<AlarmFact> all = new ArrayList<>();

    static Instant at(long second) {
        return MONDAY.plusSeconds(second);
    }

    static AlarmSource source(String asset) {
        return new AlarmSource(new AssetId(asset), "novelty", SensorId.of(asset, "flow"));
    }

    /** Opens at some seconds. */
    Facts open(String asset, long... seconds) {
        for (long second : seconds) {
            lasting(asset, second, USUAL_SECONDS);
        }
        return this;
    }

    Facts lasting(String asset, long second, long length) {
        return add(asset, second, Duration.ofSeconds(length), Priority.LOW, false);
    }

    Facts acknowledged(String asset, long second, long length) {
        return add(asset, second, Duration.ofSeconds(length), Priority.LOW, true);
    }

    Facts standing(String asset, long second) {
        return add(asset, second, Duration.ofSeconds(-1), Priority.LOW, false);
    }

    Facts of(Priority priority, int count) {
        for (int i = 0; i < count; i++) {
            add("asset-" + all.size(), 60L * all.size(), Duration.ofSeconds(USUAL_SECONDS), priority, false);
        }
        return this;
    }

    private Facts add(String asset, long second, Duration length, Priority priority, boolean acknowledged) {
        Instant opened = at(second);
        all.add(new AlarmFact(
                new AlarmId("alarm-" + all.size()),
                source(asset),
                priority,
                opened,
                length.isNegative() ? null : opened.plus(length),
                acknowledged ? opened.plusSeconds(1) : null));
        return this;
    }

    /** In the order of their opening. */
    List<AlarmFact> list() {
        return AlarmFacts.sorted(all);
    }
}

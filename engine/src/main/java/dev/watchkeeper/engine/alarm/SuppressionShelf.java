package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.alarm.Suppression.Kind;
import dev.watchkeeper.engine.alarm.Suppression.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What suppresses which source, by {@link SuppressionTransition#TABLE}. Without I/O: a change is worked out first and put in
 * place when it has been written. Guarded by its owner.
 */
final class SuppressionShelf {
    private final Map<Place, Suppression> standing = new LinkedHashMap<>();

    private record Place(AlarmSource source, Slot slot) {}

    SuppressionShelf(Collection<Suppression> standing) {
        standing.forEach(
                one -> this.standing.put(new Place(one.source(), one.kind().slot()), one));
    }

    /**
     * What a trigger makes of a source; empty when nothing.
     *
     * @param untilOrNull when what begins is to end by itself
     */
    Optional<SuppressionChange> change(
            AlarmSource source,
            SuppressionTrigger trigger,
            String by,
            String why,
            Instant now,
            @Nullable Instant untilOrNull) {
        Suppression before = standing.get(new Place(source, trigger.slot()));
        return SuppressionTransition.of(before == null ? null : before.kind(), trigger)
                .map(row -> {
                    Kind to = row.toOrNull();
                    Suppression after = to == null ? null : new Suppression(source, to, by, why, now, untilOrNull);
                    return new SuppressionChange(source, trigger, by, why, now, after);
                });
    }

    /** Which suppressions the clock ends. */
    List<SuppressionChange> expired(Instant now) {
        List<SuppressionChange> changes = new ArrayList<>();
        for (Suppression one : standing.values()) {
            if (one.isOver(now)) {
                SuppressionTrigger trigger = one.kind().slot() == Slot.SHELF
                        ? SuppressionTrigger.SHELF_TIME_OVER
                        : SuppressionTrigger.SERVICE_TIME_OVER;
                change(one.source(), trigger, AlarmLogic.ENGINE, "the time is over", now, null)
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** Which shelves end because an alarm has returned. */
    List<SuppressionChange> returned(Alarm alarm, Instant now) {
        List<SuppressionChange> changes = new ArrayList<>();
        for (Suppression one : standing.values()) {
            if (one.covers(alarm) && one.kind().slot() == Slot.SHELF) {
                change(
                                one.source(),
                                SuppressionTrigger.ALARM_RETURNED,
                                AlarmLogic.ENGINE,
                                "the alarm returned",
                                now,
                                null)
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    /**
     * What has to change so that exactly the given sources are suppressed by design.
     *
     * @param reasons why, for each of them
     */
    List<SuppressionChange> byDesign(Map<AlarmSource, String> reasons, Instant now) {
        List<SuppressionChange> changes = new ArrayList<>();
        for (Suppression one : standing.values()) {
            if (one.kind() == Kind.BY_DESIGN && !reasons.containsKey(one.source())) {
                change(
                                one.source(),
                                SuppressionTrigger.LOGIC_ENDS,
                                AlarmLogic.ENGINE,
                                "no longer: " + one.why(),
                                now,
                                null)
                        .ifPresent(changes::add);
            }
        }
        reasons.forEach(
                (source, why) -> change(source, SuppressionTrigger.LOGIC_HOLDS, AlarmLogic.ENGINE, why, now, null)
                        .ifPresent(changes::add));
        return changes;
    }

    /** Puts changes in place. */
    void apply(Collection<SuppressionChange> changes) {
        for (SuppressionChange change : changes) {
            Place place = new Place(change.source(), change.trigger().slot());
            Suppression now = change.nowOrNull();
            if (now == null) {
                standing.remove(place);
            } else {
                standing.put(place, now);
            }
        }
    }

    /** What suppresses a source, itself or with its whole asset. */
    List<Suppression> covering(AlarmSource source) {
        return standing.values().stream()
                .filter(one -> one.source().covers(source))
                .toList();
    }

    List<Suppression> all() {
        return List.copyOf(standing.values());
    }

    SuppressionShelf copy() {
        return new SuppressionShelf(standing.values());
    }
}

package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.kpi.FloodNow;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alarms as they are listed at one moment.
 *
 * @param groups the most urgent first
 * @param lastOrNull the newest alarm there ever was, looked up while nothing is listed
 * @param lastAsset label of its asset; empty where there is none
 */
public record AlarmList(List<AlarmGroup> groups, @Nullable Alarm lastOrNull, String lastAsset) {
    static final Comparator<Alarm> URGENCY = Comparator.comparing(
                    (Alarm alarm) -> !alarm.state().acknowledged())
            .thenComparing(alarm -> alarm.state().active())
            .thenComparing(Alarm::priority)
            .thenComparing(Alarm::openedAt);

    /** The same without the moment of opening. */
    private static final Comparator<Alarm> STEADY_URGENCY = Comparator.comparing(
                    (Alarm alarm) -> !alarm.state().acknowledged())
            .thenComparing(alarm -> alarm.state().active())
            .thenComparing(Alarm::priority);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final int MOST = 2_000;

    public AlarmList {
        groups = List.copyOf(groups);
    }

    /** What is asked for: a scope, priorities, and a part of the text. */
    record Wanted(AlarmScope scope, Set<Priority> priorities, String part) {
        Wanted {
            priorities = Set.copyOf(priorities);
            part = part.strip().toLowerCase(Locale.ROOT);
        }

        boolean admits(Alarm alarm, String assetLabel) {
            return priorities.contains(alarm.priority())
                    && (scope != AlarmScope.UNACKNOWLEDGED || !alarm.state().acknowledged())
                    && (part.isEmpty()
                            || alarm.message().toLowerCase(Locale.ROOT).contains(part)
                            || assetLabel.toLowerCase(Locale.ROOT).contains(part));
        }
    }

    public Optional<Alarm> last() {
        return Optional.ofNullable(lastOrNull);
    }

    Optional<Alarm> find(AlarmId id) {
        return groups.stream()
                .flatMap(group -> group.alarms().stream())
                .filter(alarm -> alarm.id().equals(id))
                .findFirst();
    }

    /**
     * Reads the list from the ports. Any thread.
     *
     * @param flood the one that goes on: then the asset of its first-out stands on top, and the others do not change places with
     *     every new alarm
     */
    static AlarmList read(
            Alarms alarms, Labels labels, Assets assets, Wanted wanted, Instant now, Optional<FloodNow> flood) {
        Instant end = now.plusMillis(1);
        List<Alarm> all = wanted.scope() == AlarmScope.LAST_DAY
                ? alarms.opened(TimeSpan.before(end, DAY), MOST)
                : alarms.current();
        Map<AssetId, List<Alarm>> byAsset = new LinkedHashMap<>();
        for (Alarm alarm : all) {
            if (wanted.admits(alarm, label(assets, alarm.asset()))) {
                byAsset.computeIfAbsent(alarm.asset(), asset -> new ArrayList<>())
                        .add(alarm);
            }
        }
        Map<AlarmId, Label> answers = labels.ofAlarms(byAsset.values().stream()
                .flatMap(own -> own.stream().map(Alarm::id))
                .toList());
        List<AlarmGroup> groups = new ArrayList<>();
        byAsset.forEach((asset, own) -> {
            own.sort(Comparator.comparing(Alarm::openedAt));
            String area = assets.find(asset).map(Asset::area).orElse("");
            groups.add(new AlarmGroup(asset, label(assets, asset), area, own, kinds(own, answers)));
        });
        groups.sort(flood.map(AlarmList::inFlood)
                .orElseGet(
                        () -> Comparator.comparing(AlarmGroup::worst, URGENCY).reversed()));
        if (!groups.isEmpty()) {
            return new AlarmList(groups, null, "");
        }
        Optional<Alarm> last =
                alarms.opened(TimeSpan.before(end, REMEMBERED), 1).stream().findFirst();
        return new AlarmList(
                groups,
                last.orElse(null),
                last.map(alarm -> label(assets, alarm.asset())).orElse(""));
    }

    private static Comparator<AlarmGroup> inFlood(FloodNow flood) {
        AssetId first = flood.firstOut().asset();
        return Comparator.comparing((AlarmGroup group) -> !group.asset().equals(first))
                .thenComparing(AlarmGroup::worst, STEADY_URGENCY.reversed())
                .thenComparing(group -> group.alarms().getFirst().openedAt());
    }

    private static Map<AlarmId, LabelKind> kinds(List<Alarm> own, Map<AlarmId, Label> answers) {
        Map<AlarmId, LabelKind> kinds = new HashMap<>();
        for (Alarm alarm : own) {
            Label answer = answers.get(alarm.id());
            if (answer != null) {
                kinds.put(alarm.id(), answer.kind());
            }
        }
        return kinds;
    }

    static String label(Assets assets, AssetId asset) {
        return assets.find(asset).map(Asset::label).orElse(asset.value());
    }
}

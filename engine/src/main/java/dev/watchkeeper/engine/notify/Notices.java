package dev.watchkeeper.engine.notify;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes notices of what happens, with ids derived from it. */
public final class Notices {
    private static final int MOST_LINES = 25;

    private Notices() {}

    /** An alarm was raised. */
    public static Notice raised(Alarm alarm, Instant at) {
        return ofAlarm(alarm, NoticeKind.ALARM_RAISED, at, "raised/" + at, alarm.message(), severity(alarm));
    }

    /** The priority of an alarm rose. */
    public static Notice worsened(Alarm alarm, Priority before, Instant at) {
        return ofAlarm(
                alarm,
                NoticeKind.ALARM_WORSENED,
                at,
                "worsened/" + alarm.priority() + "/" + at,
                alarm.message(),
                severity(alarm) + "; priority was " + before);
    }

    /**
     * Nobody has acknowledged an alarm.
     *
     * @param due when the step was due
     */
    public static Notice unacknowledged(Alarm alarm, String chain, int step, Instant due) {
        return ofAlarm(
                alarm,
                NoticeKind.ALARM_UNACKNOWLEDGED,
                due,
                "unacknowledged/" + chain + "/" + step,
                alarm.message(),
                severity(alarm) + "; raised " + words(Duration.between(alarm.raisedAt(), due)) + " ago");
    }

    private static Notice ofAlarm(
            Alarm alarm, NoticeKind kind, Instant at, String change, String headline, String severity) {
        return new Notice(
                alarm.id() + "/" + change,
                kind,
                alarm.priority(),
                alarm.asset(),
                alarm.id(),
                at,
                alarm.openedAt(),
                headline,
                severity,
                alarm.guidance().cause(),
                alarm.guidance().consequence(),
                alarm.guidance().action(),
                List.of());
    }

    private static String severity(Alarm alarm) {
        return String.format(
                Locale.ROOT,
                "priority %s, score %.2f of 1, to be answered within %s%s",
                alarm.priority(),
                alarm.score(),
                words(alarm.guidance().timeToRespond()),
                alarm.closedAt().isPresent() ? "; the condition has ended since" : "");
    }

    /**
     * What a model has learned no longer fits the readings of an asset.
     *
     * @param sensor label of the sensor, or of what else drifts
     * @param statistic the measure with its value, such as "PSI 0.31"
     * @param limit the value that it crossed, such as "0.2"
     * @param since when it crossed the limit; part of the id, so that a drift that goes on is told once
     */
    public static Notice drift(
            AssetId asset,
            String sensor,
            String statistic,
            String limit,
            Priority priority,
            Instant since,
            Instant at) {
        return new Notice(
                "drift/" + asset + "/" + sensor + "/" + since,
                NoticeKind.DRIFT,
                priority,
                asset,
                null,
                at,
                since,
                sensor + " of " + asset + " is no longer as it was when its model was trained",
                statistic + ", limit " + limit,
                "Another way of operating, another product, wear, or a sensor that measures otherwise than before.",
                "Alarms of " + asset + " may be missed or be false until its model fits again.",
                "Compare the drift curve with what changed at " + asset
                        + ", then retrain its model or check the sensor.",
                List.of());
    }

    /**
     * Something on the way from the sensors to the alarms does not work.
     *
     * @param what which part, such as "Kafka"; with {@code since} it makes the id
     * @param trouble what does not work, in a sentence
     */
    public static Notice pipeline(
            String what, String trouble, String action, Priority priority, Instant since, Instant at) {
        return new Notice(
                "pipeline/" + what + "/" + since,
                NoticeKind.PIPELINE,
                priority,
                null,
                null,
                at,
                since,
                what + ": " + trouble,
                "",
                trouble,
                "While it lasts, alarms may come late or not at all.",
                action,
                List.of());
    }

    /**
     * A device is not as it should be.
     *
     * @param sensor label of the sensor
     * @param state in words
     * @param since with sensor and state it makes the id, so that what goes on is told once
     */
    public static Notice device(
            SensorId id,
            String sensor,
            String state,
            String why,
            String action,
            Priority priority,
            Instant since,
            Instant at) {
        return new Notice(
                "device/" + id + "/" + state + "/" + since,
                NoticeKind.DEVICE,
                priority,
                id.asset(),
                null,
                at,
                since,
                sensor + " of " + id.asset() + ": " + state,
                "",
                why,
                "While it lasts, alarms that need this sensor may come late, wrongly or not at all.",
                action,
                List.of());
    }

    /**
     * A device that was told of is as it should be again.
     *
     * @param since from when to when it was not
     */
    public static Notice deviceGood(
            SensorId id, String sensor, String state, Priority priority, Instant since, Instant until, Instant at) {
        return new Notice(
                "device/" + id + "/" + state + "/" + since + "/good",
                NoticeKind.DEVICE,
                priority,
                id.asset(),
                null,
                at,
                until,
                sensor + " of " + id.asset() + " is good again",
                "It was in " + state + " for " + words(Duration.between(since, until)),
                "",
                "",
                "Nothing. Look whether alarms of that time are to be believed.",
                List.of());
    }

    /**
     * Several notices as one, the most urgent and then the oldest first.
     *
     * @param id derived from channel, recipients and moment
     * @param why the notices are told together, such as "in a flood of alarms"
     */
    public static Notice digest(String id, List<Notice> notices, String why, Instant at) {
        List<Notice> sorted = notices.stream()
                .sorted(Comparator.comparing(Notice::priority)
                        .reversed()
                        .thenComparing(Notice::since)
                        .thenComparing(Notice::id))
                .toList();
        Instant since = notices.stream()
                .map(Notice::since)
                .min(Comparator.naturalOrder())
                .orElse(at);
        Notice firstOut = notices.stream()
                .min(Comparator.comparing(Notice::since).thenComparing(Notice::id))
                .orElseThrow(() -> new IllegalArgumentException("a digest tells of something"));
        List<String> lines = sorted.stream()
                .limit(MOST_LINES)
                .map(Notices::digestLine)
                .collect(Collectors.toCollection(ArrayList::new));
        if (sorted.size() > MOST_LINES) {
            lines.add("and " + (sorted.size() - MOST_LINES) + " more, all in Watchkeeper's list of alarms");
        }
        return new Notice(
                id,
                NoticeKind.DIGEST,
                sorted.get(0).priority(),
                onlyAssetOrNull(notices),
                null,
                at,
                since,
                notices.size() + " notices " + why + ", the first: " + firstOut.headline(),
                counts(notices),
                firstOut.cause(),
                "",
                "Begin with the first: what came after may follow from it. " + firstOut.action(),
                lines);
    }

    private static String digestLine(Notice notice) {
        return notice.priority() + "  " + notice.since() + "  "
                + notice.asset().map(asset -> asset.value() + "  ").orElse("") + notice.headline();
    }

    private static String counts(List<Notice> notices) {
        StringBuilder text = new StringBuilder();
        for (Priority priority : List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            long count =
                    notices.stream().filter(each -> each.priority() == priority).count();
            if (count > 0) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(priority);
            }
        }
        return text.toString();
    }

    private static @Nullable AssetId onlyAssetOrNull(List<Notice> notices) {
        List<AssetId> assets = notices.stream()
                .flatMap(each -> each.asset().stream())
                .distinct()
                .limit(2)
                .toList();
        return assets.size() == 1 ? assets.get(0) : null;
    }

    /** Sent to try out a channel. */
    public static Notice test(String channel, Instant at) {
        return new Notice(
                "test/" + channel + "/" + at,
                NoticeKind.TEST,
                Priority.LOW,
                null,
                null,
                at,
                at,
                "Channel " + channel + " works: this message was sent to try it out",
                "",
                "",
                "",
                "",
                List.of());
    }

    private static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return Math.max(0, duration.toSeconds()) + " s";
        }
        return minutes < 120 ? minutes + " min" : duration.toHours() + " h";
    }
}

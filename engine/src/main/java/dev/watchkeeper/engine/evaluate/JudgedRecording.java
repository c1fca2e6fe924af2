package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording after it was judged row by row.
 *
 * <p>A row counts as found when a detector speaks on it, or the sensors together are abnormal, and for some rows after. An
 * alarm is right when it stood in a labelled window, from its opening to the last row on which a detector spoke.
 */
final class JudgedRecording {
    private final LabelledRecording recording;
    private final Sensitivity sensitivity;
    private final List<Judge> judges;
    private final double[] states;
    private final double[] novelties;
    private final boolean[] marked;
    private final List<TimeSpan> alarms = new ArrayList<>();
    /** Those of each detector by itself, before they are joined. */
    private final List<TimeSpan> episodes = new ArrayList<>();

    private JudgedRecording(LabelledRecording recording, Sensitivity sensitivity, List<Judge> judges) {
        this.recording = recording;
        this.sensitivity = sensitivity;
        this.judges = judges;
        states = new double[recording.size()];
        novelties = new double[recording.size()];
        marked = new boolean[recording.size()];
    }

    /** Judges a recording by detectors that have seen nothing. */
    static JudgedRecording of(LabelledRecording recording, Sensitivity sensitivity, List<Judge> judges) {
        JudgedRecording judged = new JudgedRecording(recording, sensitivity, judges);
        judged.judge();
        return judged;
    }

    private void judge() {
        AssetEpisodes joined = new AssetEpisodes();
        Map<DetectionId, Detection> open = new HashMap<>();
        Detection standing = null;
        for (int row = 0; row < recording.size(); row++) {
            boolean abnormal = false;
            for (Judge judge : judges) {
                for (Detection message : judge.judge(recording.timeMillis(row), recording.row(row))) {
                    follow(message, open);
                    Optional<Detection> told = joined.take(message);
                    standing = told.orElse(standing);
                    if (told.isPresent() && told.get().phase() == Detection.Phase.CLOSED) {
                        alarms.add(standing(told.get(), told.get().window().end()));
                    }
                }
                double[] scores = judge.tellsOfState() ? states : novelties;
                scores[row] = Math.max(scores[row], judge.value());
                abnormal |= judge.isAbnormal();
            }
            marked[row] = abnormal;
        }
        Instant end = Spans.whole(recording.times()).end();
        if (joined.isOpen() && standing != null) {
            alarms.add(standing(standing, end));
        }
        open.values().forEach(message -> episodes.add(standing(message, end)));
        episodes.sort(Comparator.comparing(TimeSpan::start));
    }

    private void follow(Detection message, Map<DetectionId, Detection> open) {
        if (message.phase() == Detection.Phase.CLOSED) {
            open.remove(message.id());
            episodes.add(standing(message, message.window().end()));
        } else {
            open.put(message.id(), message);
        }
    }

    private static TimeSpan standing(Detection alarm, Instant end) {
        return Spans.span(alarm.openedAt().toEpochMilli(), end.toEpochMilli() - 1);
    }

    LabelledRecording recording() {
        return recording;
    }

    int judgedRows() {
        return Math.max(0, recording.size() - Judge.LEARNING_ROWS);
    }

    /** How far the sensors together are abnormal, one per row; 0 where no detector says so. */
    double[] states() {
        return states.clone();
    }

    /** The highest score of a sensor by itself, one per row; 0 where no detector says so. */
    double[] novelties() {
        return novelties.clone();
    }

    boolean tellsOfState() {
        return judges.stream().anyMatch(Judge::tellsOfState);
    }

    boolean tellsOfNovelty() {
        return !judges.stream().allMatch(Judge::tellsOfState);
    }

    boolean isMarked(int row) {
        return marked[row];
    }

    /** When an operator would have been told, in the order of time. */
    List<TimeSpan> alarms() {
        return List.copyOf(alarms);
    }

    /** The rows that were judged. */
    RowCounts rows() {
        RowCounts counts = RowCounts.NONE;
        for (int row = Judge.LEARNING_ROWS; row < recording.size(); row++) {
            counts = counts.plus(recording.isAnomalous(row), marked[row]);
        }
        return counts;
    }

    /** The windows that reach into the rows that were judged. */
    List<TimeSpan> windows() {
        if (judgedRows() == 0) {
            return List.of();
        }
        Instant from = Instant.ofEpochMilli(recording.timeMillis(Judge.LEARNING_ROWS));
        Instant to = Spans.whole(recording.times()).end();
        return recording.windows().stream()
                .filter(window -> window.end().isAfter(from) && window.start().isBefore(to))
                .toList();
    }

    EventCounts events() {
        List<TimeSpan> windows = windows();
        long found = windows.stream()
                .filter(window -> Spans.overlapsAny(window, alarms))
                .count();
        long wrong = alarms.stream()
                .filter(alarm -> !Spans.overlapsAny(alarm, recording.windows()))
                .count();
        return new EventCounts(found, windows.size() - found, wrong);
    }

    /** From the beginning of each window that was found to the first alarm in it; none where an alarm stood before. */
    List<Duration> delays() {
        List<Duration> delays = new ArrayList<>();
        for (TimeSpan window : windows()) {
            alarms.stream()
                    .filter(window::overlaps)
                    .findFirst()
                    .map(alarm -> Duration.between(window.start(), alarm.start()))
                    .ifPresent(delay -> delays.add(delay.isNegative() ? Duration.ZERO : delay));
        }
        return delays;
    }

    /** What was asked of all detectors against the episodes of each that stood in no window. */
    AlarmRate rate() {
        double[] days = Calibration.days(recording.times());
        double requested = 0;
        double watched = 0;
        for (int row = Judge.LEARNING_ROWS; row < recording.size(); row++) {
            if (!recording.isAnomalous(row)) {
                long since = recording.timeMillis(row) - recording.timeMillis(0);
                requested += judges.size() * sensitivity.allowedPerDay(since) * days[row];
                watched += days[row];
            }
        }
        long observed = episodes.stream()
                .filter(episode -> !Spans.overlapsAny(episode, recording.windows()))
                .count();
        return new AlarmRate(requested, observed, watched);
    }
}

package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as it was understood: which tool answers it, with which arguments. Spans are of event time. */
public sealed interface ToolCall {
    /**
     * What is wrong now.
     *
     * @param assetOrNull with this asset; null for the plant
     */
    record Status(@Nullable AssetId assetOrNull) implements ToolCall {
        public Optional<AssetId> asset() {
            return Optional.ofNullable(assetOrNull);
        }
    }

    /**
     * Which alarms.
     *
     * @param spanOrNull those that opened in it; null for those that are not over
     */
    record ListAlarms(AlarmFilter filter, @Nullable TimeSpan spanOrNull) implements ToolCall {
        public Optional<TimeSpan> span() {
            return Optional.ofNullable(spanOrNull);
        }
    }

    /**
     * How many alarms.
     *
     * @param spanOrNull those that opened in it; null for those that are not over
     */
    record CountAlarms(AlarmFilter filter, @Nullable TimeSpan spanOrNull) implements ToolCall {
        public Optional<TimeSpan> span() {
            return Optional.ofNullable(spanOrNull);
        }
    }

    /** When there was an alarm last. */
    record LastAlarm(AlarmFilter filter) implements ToolCall {}

    /** Why an alarm fired, and what to do. */
    record ExplainAlarm(AlarmRef alarm) implements ToolCall {}

    /** How often the like of an alarm happened. */
    record CountSimilar(AlarmRef alarm, TimeSpan span) implements ToolCall {}

    /** What sensors say now. */
    record SensorValues(List<SensorId> sensors) implements ToolCall {
        public SensorValues {
            sensors = List.copyOf(sensors);
        }
    }

    /** The course of sensors, with chart and statistics. */
    record SensorHistory(List<SensorId> sensors, TimeSpan span) implements ToolCall {
        public SensorHistory {
            sensors = List.copyOf(sensors);
        }
    }

    /** The course of sensors against that of an earlier span. */
    record CompareHistory(List<SensorId> sensors, TimeSpan span, TimeSpan earlier) implements ToolCall {
        public CompareHistory {
            sensors = List.copyOf(sensors);
        }
    }

    /**
     * Whether sensors drift away from what their model was trained on.
     *
     * @param assetOrNull of this asset; null for all
     * @param sensors only these; empty for all
     */
    record DriftState(@Nullable AssetId assetOrNull, List<SensorId> sensors) implements ToolCall {
        public DriftState {
            sensors = List.copyOf(sensors);
        }

        public Optional<AssetId> asset() {
            return Optional.ofNullable(assetOrNull);
        }
    }

    /**
     * How models stand.
     *
     * @param assetOrNull of this asset; null for all
     */
    record ModelState(@Nullable AssetId assetOrNull, Aspect aspect) implements ToolCall {
        /** What is wanted of them. */
        public enum Aspect {
            /** Champion, challenger, training. */
            STANDING,
            /** Precision, recall and F1 by the labels. */
            SCORE,
            /** What was trained. */
            VERSIONS
        }

        public Optional<AssetId> asset() {
            return Optional.ofNullable(assetOrNull);
        }
    }

    /** How the stream is doing. */
    record PipelineState() implements ToolCall {}

    /** The figures of the alarm system over a span. */
    record KpiFigures(Topic topic, TimeSpan span) implements ToolCall {
        /** Which of them. */
        public enum Topic {
            SUMMARY,
            LOAD,
            BAD_ACTORS,
            FLOODS,
            CHATTERING,
            STALE,
            PRIORITIES
        }
    }

    /** What is on the shelf, suppressed or out of service. */
    record Suppressed() implements ToolCall {}

    /** Something is to be done. */
    record Propose(Wish wish) implements ToolCall {}

    /** Something is to be kept in mind. */
    record Remember(String fact) implements ToolCall {}

    /** What was said before is to answer. */
    record Recall(String question) implements ToolCall {}

    /** The documents are to answer. */
    record AskDocuments(String question) implements ToolCall {}

    /** What can be asked here. */
    record Help() implements ToolCall {}
}

package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.ScreenId;
import java.util.List;

/** What is worth asking on a screen, for those who have not asked yet. */
final class Suggestions {
    private static final List<String> OF_ALARM = List.of(
            "Why did this alarm fire?",
            "What should I do about this alarm?",
            "How often did this happen this month?",
            "Shelve this alarm for an hour");

    private Suggestions() {}

    /** What is worth asking about an alarm that is selected. */
    static List<String> ofAlarm() {
        return OF_ALARM;
    }

    static List<String> on(ScreenId screen) {
        return switch (screen) {
            case OVERVIEW ->
                List.of(
                        "What is wrong now?",
                        "What happened last night?",
                        "Is anything drifting?",
                        "Which are the bad actors this week?");
            case ALARMS ->
                List.of(
                        "Why did the newest alarm fire?",
                        "How often did this happen this month?",
                        "What is shelved?",
                        "Was there a flood today?");
            case TRENDS ->
                List.of(
                        "What is wrong now?",
                        "Which alarms opened in the last 8 hours?",
                        "Is anything drifting?",
                        "Is data still coming in?");
            case MODELS ->
                List.of(
                        "Is anything drifting?",
                        "How good are the models?",
                        "Which versions were trained?",
                        "Is a training running?");
            case SETTINGS ->
                List.of(
                        "How should an alarm flood be handled?",
                        "What is the alarm load?",
                        "Is the pipeline running?",
                        "What is shelved?");
        };
    }
}

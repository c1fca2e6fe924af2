package dev.watchkeeper.engine.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/alarm-states.md} from the tables that the engine runs. */
final class AlarmStatesPage {
    private AlarmStatesPage() {}

    static String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Alarm states");
        lines.add("");
        lines.add(
                "Written from the tables that the engine runs (`AlarmTransition.TABLE`, `SuppressionTransition.TABLE`); a test");
        lines.add("fails when this page and the code differ. The states are those of ISA-18.2 and OPC 10000-9.");
        lines.add("");
        lines.add(
                "Event time is when something was measured: it counts for on-delay and off-delay, and for when a condition began and");
        lines.add(
                "ended. Clock time is when Watchkeeper or a person acted: it counts for shelves, service and re-alarm.");
        lines.add("");
        lines.add("## The life of an alarm");
        lines.add("");
        lines.add("What stands in no row changes no state. A new alarm begins in *normal*.");
        lines.add("");
        lines.add("| state | when | if | next state | because |");
        lines.add("| --- | --- | --- | --- | --- |");
        for (AlarmTransition row : AlarmTransition.TABLE) {
            lines.add("| " + words(row.from()) + " | " + row.trigger().words() + " | "
                    + row.guard().words() + " | " + words(row.to()) + " | " + row.why() + " |");
        }
        lines.add("");
        lines.add("## What keeps an alarm from being shown");
        lines.add("");
        lines.add(
                "Shelf, design and service are independent of each other and of the states above, which go on meanwhile. They count for a");
        lines.add("source: a rule on an asset, or all alarms of an asset, those that are yet to come included.");
        lines.add("");
        for (Suppression.Slot slot : Suppression.Slot.values()) {
            lines.add("### " + words(slot));
            lines.add("");
            lines.add("| is | when | becomes | journal |");
            lines.add("| --- | --- | --- | --- |");
            SuppressionTransition.TABLE.stream()
                    .filter(row -> row.trigger().slot() == slot)
                    .forEach(row -> lines.add("| " + words(row.fromOrNull()) + " | "
                            + row.trigger().words() + " | " + words(row.toOrNull()) + " | " + row.entry() + " |"));
            lines.add("");
        }
        lines.remove(lines.size() - 1);
        return String.join("\n", lines) + "\n";
    }

    private static String words(AlarmState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Suppression.Slot slot) {
        return switch (slot) {
            case SHELF -> "Shelf";
            case DESIGN -> "By design";
            case SERVICE -> "Service";
        };
    }

    private static String words(Suppression.@Nullable Kind kind) {
        return kind == null ? "shown" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

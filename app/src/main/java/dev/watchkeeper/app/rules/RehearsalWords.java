package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.chart.LoadPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.KpiKind;
import dev.watchkeeper.engine.alarm.kpi.Standard;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.alarm.kpi.Verdict;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of a rehearsal, in figures and sentences. */
record RehearsalWords(Rehearsal rehearsal) {
    /**
     * A figure.
     *
     * @param wanted what the standard wants; empty where it says nothing
     */
    record Figure(String label, String value, String wanted, Verdict verdict) {}

    /** The first thing to know. */
    String headline() {
        int would = rehearsal.raised().size();
        int did = rehearsal.actual().size();
        String over = Formats.age(rehearsal.span().length());
        String raised = would == 0 ? "It would have raised no alarm" : "It would have raised " + alarms(would);
        String actual = did == 0 ? "; this source raised none." : "; in fact this source raised " + did + ".";
        return raised + " in " + over + actual;
    }

    /** What it was tried on. */
    String basis() {
        return String.format(Locale.ROOT, "%,d readings replayed.", rehearsal.judged())
                .replace(',', ' ');
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Optional<BadActor> actor = rehearsal.alone().badActors().stream().findFirst();
        int chattering = actor.map(BadActor::chattering).orElse(0);
        int fleeting = actor.map(BadActor::fleeting).orElse(0);
        figures.add(average(rehearsal.alone()));
        figures.add(new Figure(
                "Most in 10 min",
                Integer.toString(rehearsal.alone().load().most()),
                "≤ " + Standard.FLOOD_ABOVE,
                rehearsal.alone().load().most() > Standard.FLOOD_ABOVE ? Verdict.BEYOND : Verdict.WITHIN));
        figures.add(count("Chattering", chattering));
        figures.add(count("Fleeting", fleeting));
        figures.add(count("Floods", rehearsal.alone().floods().size()));
        figures.add(new Figure("Longest", longest(), "", Verdict.NOT_JUDGED));
        return figures;
    }

    /** What the standard says of the rule's own alarms. */
    String alone() {
        return "Alone: " + load(rehearsal.alone()) + verdict(beyond(rehearsal.alone()));
    }

    /** What it says of all alarms, had the rule been in force. */
    String together() {
        int others = rehearsal.others().size();
        String with =
                others == 0 ? "No other source raised any" : "With the " + alarms(others) + " of all other sources";
        List<KpiKind> all = beyond(rehearsal.together());
        boolean same = !all.isEmpty() && all.equals(beyond(rehearsal.alone()));
        return with + ": " + load(rehearsal.together())
                + (same ? ", beyond ISA-18.2 in the same figures." : verdict(all));
    }

    /** Whether the rule by itself is not as the standard demands. */
    boolean bad() {
        return !beyond(rehearsal.alone()).isEmpty();
    }

    /** What would keep its short alarms away; empty where there is nothing to keep away. */
    Optional<Suggestion> suggestion() {
        return rehearsal.alone().badActors().stream()
                .findFirst()
                .map(BadActor::suggestion)
                .filter(suggestion -> suggestion.kind() != Suggestion.Kind.NOTHING);
    }

    LoadPicture load() {
        List<Integer> own = rehearsal.alone().load().counts();
        List<Integer> all = rehearsal.together().load().counts();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            others.add(Math.max(0, (i < all.size() ? all.get(i) : 0) - own.get(i)));
        }
        return new LoadPicture(
                Viewport.still(rehearsal.span()),
                rehearsal.alone().load().start().toEpochMilli(),
                Standard.INTERVAL.toMillis(),
                own,
                others);
    }

    private static String load(AlarmKpis kpis) {
        return kpis.kpi(KpiKind.AVERAGE_LOAD).map(Kpi::figure).orElse("–") + " in 10 min on average";
    }

    private static List<KpiKind> beyond(AlarmKpis kpis) {
        return judged(kpis).stream()
                .filter(kpi -> kpi.verdict() == Verdict.BEYOND)
                .map(Kpi::kind)
                .toList();
    }

    private static String verdict(List<KpiKind> beyond) {
        return beyond.isEmpty()
                ? ", within what ISA-18.2 asks."
                : ", beyond ISA-18.2 in "
                        + beyond.stream()
                                .map(kind -> kind.label().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    /** Of one rule the shares of sources and priorities say nothing. */
    private static List<Kpi> judged(AlarmKpis kpis) {
        return kpis.kpis().stream()
                .filter(kpi -> kpi.kind() != KpiKind.MOST_FREQUENT && kpi.kind() != KpiKind.PRIORITIES)
                .toList();
    }

    private static Figure average(AlarmKpis kpis) {
        Kpi kpi = kpis.kpi(KpiKind.AVERAGE_LOAD).orElseThrow();
        return new Figure("Per 10 min", kpi.figure(), kpi.kind().wanted(), kpi.verdict());
    }

    private static Figure count(String label, int count) {
        return new Figure(label, Integer.toString(count), "none", count == 0 ? Verdict.WITHIN : Verdict.BEYOND);
    }

    private String longest() {
        return rehearsal.raised().stream()
                .max(Comparator.comparing(this::lasted))
                .map(fact -> Formats.age(lasted(fact)) + (fact.closedAtOrNull() == null ? ", still open" : ""))
                .orElse("–");
    }

    private Duration lasted(AlarmFact fact) {
        Instant closed = fact.closedAtOrNull();
        return Duration.between(
                fact.openedAt(), closed == null ? rehearsal.span().end() : closed);
    }

    private static String alarms(int count) {
        return count == 1 ? "1 alarm" : count + " alarms";
    }
}

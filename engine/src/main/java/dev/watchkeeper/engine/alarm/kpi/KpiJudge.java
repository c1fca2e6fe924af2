package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Compares counts with {@link Standard} and puts them into words. */
final class KpiJudge {
    private final TimeSpan span;
    private final List<AlarmFact> inSpan;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private final List<Kpi> kpis = new ArrayList<>();

    KpiJudge(TimeSpan span, List<AlarmFact> inSpan, ZoneId zone) {
        this.span = span;
        this.inSpan = inSpan;
        time = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(zone);
    }

    List<Kpi> all(
            Load load,
            Load hours,
            List<Flood> floods,
            List<BadActor> actors,
            Chatter chatter,
            Stale stale,
            OptionalInt shelved) {
        average();
        peak(load);
        floods(floods);
        hours(hours);
        frequent(actors);
        chattering(chatter.chattering());
        fleeting(chatter.fleeting());
        stale(stale);
        priorities();
        shelved.ifPresent(this::shelved);
        return kpis;
    }

    private void average() {
        double intervals = (double) span.length().toNanos() / Standard.INTERVAL.toNanos();
        double average = inSpan.size() / intervals;
        Verdict verdict = average <= Standard.ACCEPTABLE_AVERAGE
                ? Verdict.WITHIN
                : average <= Standard.MOST_AVERAGE ? Verdict.TOLERABLE : Verdict.BEYOND;
        add(
                KpiKind.AVERAGE_LOAD,
                average,
                number(average),
                verdict,
                count(inSpan.size(), "alarm") + " in " + length(span.length()) + ".");
    }

    private void peak(Load load) {
        int most = load.most();
        String when = most == 0 ? "There was none." : "In the ten minutes from " + time.format(load.worst()) + ".";
        add(KpiKind.PEAK_LOAD, most, "" + most, within(most <= Standard.FLOOD_ABOVE), when);
    }

    private void floods(List<Flood> floods) {
        double share = (double) Floods.within(floods, span).toMillis()
                / Math.max(1, span.length().toMillis());
        String words = floods.stream()
                .max(Comparator.comparingInt(Flood::alarms))
                .map(worst -> count(floods.size(), "flood") + ", the largest with " + worst.alarms() + " alarms from "
                        + time.format(worst.span().start()) + " for "
                        + length(worst.span().length()) + ".")
                .orElse("No flood.");
        add(KpiKind.TIME_IN_FLOOD, share, percent(share), within(share < Standard.FLOOD_SHARE), words);
    }

    private void hours(Load hours) {
        int busy = hours.above(Standard.BUSY_HOUR_ABOVE);
        int all = hours.counts().size();
        double share = (double) busy / all;
        String worst = hours.most() == 0
                ? ""
                : " The busiest, from " + time.format(hours.worst()) + ", had " + hours.most() + ".";
        add(
                KpiKind.BUSY_HOURS,
                share,
                percent(share),
                within(share < Standard.BUSY_HOURS_SHARE),
                busy + " of " + count(all, "hour") + "." + worst);
    }

    private void frequent(List<BadActor> actors) {
        int sum = actors.stream().mapToInt(BadActor::alarms).sum();
        double share = inSpan.isEmpty() ? 0 : (double) sum / inSpan.size();
        String words = sum + " of " + count(inSpan.size(), "alarm") + " came from "
                + (actors.size() == 1 ? "one source." : actors.size() + " sources.");
        if (inSpan.size() < Standard.LEAST_FOR_MOST_FREQUENT) {
            add(
                    KpiKind.MOST_FREQUENT,
                    share,
                    inSpan.isEmpty() ? "–" : percent(share),
                    Verdict.NOT_JUDGED,
                    inSpan.isEmpty()
                            ? "No alarm."
                            : words + " Judged from " + Standard.LEAST_FOR_MOST_FREQUENT + " alarms on.");
        } else {
            add(KpiKind.MOST_FREQUENT, share, percent(share), within(share <= Standard.MOST_FREQUENT_SHARE), words);
        }
    }

    private void chattering(Set<AlarmId> ids) {
        List<AlarmFact> own =
                inSpan.stream().filter(fact -> ids.contains(fact.id())).toList();
        int sources = (int) own.stream().map(AlarmFact::source).distinct().count();
        add(
                KpiKind.CHATTERING,
                sources,
                "" + sources,
                within(sources == 0),
                sources == 0
                        ? "No source came three times within a minute."
                        : count(sources, "source") + " came three times within a minute or oftener, with "
                                + count(own.size(), "alarm") + ".");
    }

    private void fleeting(Set<AlarmId> ids) {
        int fleeting =
                (int) inSpan.stream().filter(fact -> ids.contains(fact.id())).count();
        add(
                KpiKind.FLEETING,
                fleeting,
                "" + fleeting,
                within(fleeting == 0),
                fleeting == 0
                        ? "None was gone within a minute before anybody acknowledged."
                        : count(fleeting, "alarm") + " gone within a minute before anybody acknowledged.");
    }

    private void stale(Stale stale) {
        String words = stale.most() == 0
                ? "No condition held for more than 24 h."
                : "On " + day.format(stale.worst()) + "; " + stale.atEnd() + " stood at the end.";
        add(KpiKind.STALE, stale.most(), "" + stale.most(), within(stale.most() < Standard.STALE_BELOW), words);
    }

    private void priorities() {
        int high = count(Priority.HIGH);
        int medium = count(Priority.MEDIUM);
        int low = count(Priority.LOW);
        int all = inSpan.size();
        if (all == 0) {
            add(KpiKind.PRIORITIES, 0, "–", Verdict.NOT_JUDGED, "No alarm.");
            return;
        }
        double both = (double) (high + medium) / all;
        boolean fits = (double) high / all <= Standard.HIGH_SHARE && both <= Standard.HIGH_AND_MEDIUM_SHARE;
        boolean few = all < Standard.LEAST_FOR_PRIORITIES;
        add(
                KpiKind.PRIORITIES,
                both,
                String.format(Locale.ROOT, "%.0f / %.0f / %.0f %%", share(low), share(medium), share(high)),
                few ? Verdict.NOT_JUDGED : within(fits),
                low + " low, " + medium + " medium, " + high + " high."
                        + (few ? " Judged from " + Standard.LEAST_FOR_PRIORITIES + " alarms on." : ""));
    }

    private void shelved(int shelved) {
        add(
                KpiKind.SHELVED,
                shelved,
                "" + shelved,
                within(shelved < Standard.SHELVED_BELOW),
                shelved == 0 ? "Nothing is shelved." : count(shelved, "alarm") + " shelved by operators.");
    }

    private double share(int count) {
        return 100.0 * count / inSpan.size();
    }

    private int count(Priority priority) {
        return (int) inSpan.stream().filter(fact -> fact.priority() == priority).count();
    }

    private void add(KpiKind kind, double value, String figure, Verdict verdict, String sentence) {
        kpis.add(new Kpi(kind, value, figure, verdict, sentence));
    }

    private static Verdict within(boolean within) {
        return within ? Verdict.WITHIN : Verdict.BEYOND;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        double percent = 100 * share;
        String form = percent <= 0 || percent >= 10 ? "%.0f %%" : percent < 2 ? "%.2f %%" : "%.1f %%";
        return String.format(Locale.ROOT, form, percent);
    }

    private static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 120) {
            return minutes == 0 ? "less than a minute" : minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 72
                ? hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min")
                : hours / 24 + " days";
    }
}

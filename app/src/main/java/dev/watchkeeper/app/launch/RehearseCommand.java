package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.KpiKind;
import dev.watchkeeper.engine.alarm.kpi.Verdict;
import dev.watchkeeper.engine.alarm.rehearse.NothingToRehearseException;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import dev.watchkeeper.engine.alarm.rehearse.RehearsalMonitor;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper rehearse}. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Replays the past through a rule and tells which alarms it would have raised. Changes nothing.",
            "Where a Watchkeeper runs on the data directory, its topics are read, which keep the last seven days; else history.",
            "within=yes says that the rule alone keeps to what the standard asks of load, floods, chattering and fleeting alarms."
        })
final class RehearseCommand implements Callable<Integer> {
    private static final Set<KpiKind> OF_A_RULE = EnumSet.of(
            KpiKind.AVERAGE_LOAD,
            KpiKind.PEAK_LOAD,
            KpiKind.TIME_IN_FLOOD,
            KpiKind.BUSY_HOURS,
            KpiKind.CHATTERING,
            KpiKind.FLEETING);

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(
            paramLabel = "RULE",
            description = {
                "The id of a rule that stands, such as P-101/pressure:high (watchkeeper rules lists them),",
                "or a condition: P-101/pressure>4.2  P-101/pressure<1  P-101/pressure:rate>0.5 (a second)"
                        + "  P-101/pressure:missing>30s  P-101/anomaly  P-101/drift"
            })
    private String rule = "";

    @Option(
            names = "--last",
            paramLabel = "DURATION",
            defaultValue = "PT24H",
            description = "How much of the past. Default: ${DEFAULT-VALUE}.")
    private Duration last = Duration.ofHours(24);

    @Option(names = "--deadband", paramLabel = "N", defaultValue = "0", description = "Of a condition, in its unit.")
    private double deadband;

    @Option(
            names = "--over",
            paramLabel = "DURATION",
            defaultValue = "PT1S",
            description = "The time over which a rate is taken. Default: ${DEFAULT-VALUE}.")
    private Duration over = Duration.ofSeconds(1);

    @Option(names = "--on-delay", paramLabel = "DURATION", defaultValue = "PT0S", description = "Of a condition.")
    private Duration onDelay = Duration.ZERO;

    @Option(names = "--off-delay", paramLabel = "DURATION", defaultValue = "PT0S", description = "Of a condition.")
    private Duration offDelay = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        if (last.isNegative() || last.isZero()) {
            throw new UserError("--last is not positive: " + last + ". Give how far back to go, such as PT24H.");
        }
        Path data = parent.data();
        if (!Files.isDirectory(DataDirectory.storeOf(data))) {
            throw new UserError("There is nothing in " + data + " yet. Start Watchkeeper on it first.");
        }
        Clock clock = Clock.systemUTC();
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            KnownAssets assets = new KnownAssets(store.assets());
            LiveReadings live = new LiveReadings();
            RuleCare care = new RuleCare(store, assets, live, () -> PipelineStatus.starting(Instance.PROFILE), clock);
            AlarmRule tried = new WrittenRule(rule, deadband, over, delays()).read(care.rules());
            AlarmDesk alarms = new AlarmDesk(
                    store.alarms(), assets, AlarmPolicy.STANDARD, care.definitions(), care.design(), clock);
            TimeSpan span = TimeSpan.before(clock.instant(), last);
            try (PastOf past = PastOf.open(data, span, assets, clock)) {
                care.rehearseOn(
                        past.history(), past.history().drift(), alarms, new ModelFiles(DataDirectory.modelsOf(data)));
                tell(care.rehearsals().rehearse(tried, span, new ToTerminal()));
                return 0;
            }
        } catch (NothingToRehearseException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private Delays delays() {
        try {
            return new Delays(onDelay, offDelay);
        } catch (IllegalArgumentException e) {
            throw new UserError("That is no delay: " + e.getMessage() + ".");
        }
    }

    private static void tell(Rehearsal rehearsal) {
        System.err.println();
        AlarmKpis alone = rehearsal.alone();
        boolean within = true;
        for (Kpi kpi : alone.kpis()) {
            if (OF_A_RULE.contains(kpi.kind())) {
                within &= kpi.verdict() != Verdict.BEYOND;
                System.out.printf(
                        Locale.ROOT,
                        "%-24s %10s  (%s) %s%n",
                        kpi.kind().label(),
                        kpi.figure(),
                        kpi.kind().wanted(),
                        kpi.verdict().label());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "With all other alarms: %d, %s per 10 min, at most %d.%n",
                rehearsal.together().alarms(),
                rehearsal.together().kpi(KpiKind.AVERAGE_LOAD).map(Kpi::figure).orElse("?"),
                rehearsal.together().load().most());
        System.out.printf(
                Locale.ROOT,
                "rehearse rule=%s span=%s/%s alarms=%d actual=%d per_10min_mean=%.2f per_10min_max=%d floods=%d within=%s%n",
                rehearsal.rule().id(),
                rehearsal.span().start(),
                rehearsal.span().end(),
                rehearsal.raised().size(),
                rehearsal.actual().size(),
                alone.kpi(KpiKind.AVERAGE_LOAD).map(Kpi::value).orElse(0.0),
                alone.load().most(),
                alone.floods().size(),
                within ? "yes" : "no");
    }

    /** Ctrl+C ends the process, which has nothing to put in order. */
    private static final class ToTerminal implements RehearsalMonitor {
        private int told = -1;

        @Override
        public void progress(double done) {
            int percent = (int) (100 * done);
            if (percent != told) {
                told = percent;
                System.err.printf(Locale.ROOT, "\r%3d %%  replaying", percent);
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}

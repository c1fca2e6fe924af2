package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDesk;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing and rehearsing rules by the program itself, on a data directory on which nothing runs. */
class RuleCommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final int EPISODES = 3;

    @TempDir
    private Path data;

    @Test
    void aSavedRuleIsListedAndRehearsed() throws Exception {
        prepare(data);

        assertThat(run(0, "rules", "--data", data.toString()))
                .anyMatch(
                        line -> line.startsWith("P-101/flow:high") && line.contains("flow of Lift pump 1 is above 55"));
        assertThat(String.join("\n", run(0, "rules", "--json", "--data", data.toString())))
                .contains("\"id\" : \"P-101/flow:high\"", "\"kind\" : \"LIMIT_VALUE\"");
        assertThat(run(0, "rehearse", "P-101/flow:high", "--last", "PT2H", "--data", data.toString()))
                .anyMatch(line -> line.startsWith("rehearse rule=P-101/flow:high span=")
                        && line.contains(" alarms=" + EPISODES + " actual=0 ")
                        && line.endsWith(" within=yes"));
    }

    @Test
    void aConditionIsRehearsedAsItIsWritten() throws Exception {
        prepare(data);

        assertThat(run(
                        0,
                        "rehearse",
                        "P-101/flow>55",
                        "--last",
                        "PT2H",
                        "--on-delay",
                        "PT5M",
                        "--data",
                        data.toString()))
                .anyMatch(line -> line.startsWith("rehearse rule=P-101/flow:high") && line.contains(" alarms=0 "));
    }

    @Test
    void whatIsNoRuleOrHasNoPastIsAnErrorWithASentence() throws Exception {
        prepare(data);

        assertThat(run(1, "rehearse", "P-101/flow:low", "--data", data.toString()))
                .anyMatch(line -> line.contains("There is no rule P-101/flow:low"));
        assertThat(run(1, "rehearse", "P-101/flow>many", "--data", data.toString()))
                .anyMatch(line -> line.contains("many is no number"));
        assertThat(run(1, "rehearse", "P-101/pressure>5", "--data", data.toString()))
                .anyMatch(line -> line.contains("P-101/pressure has no readings"));
    }

    private static void prepare(Path data) {
        try (Store store = Store.open(DataDirectory.storeOf(data));
                QuestDbHistory history = QuestDbHistory.open(data.resolve("history"), Clock.systemUTC())) {
            KnownAssets assets = new KnownAssets(store.assets());
            assets.save(new Asset(PUMP, "Lift pump 1", "", List.of(Sensor.named(FLOW))));
            new RuleDesk(store.rules(), assets, Clock.systemUTC())
                    .save(
                            new AlarmRule(
                                    new Condition.Limit(FLOW, Level.HIGH, 55, 0, Delays.NONE),
                                    Priority.MEDIUM,
                                    new Guidance("Valve open", "Overflow", "Close it", Duration.ofMinutes(10)),
                                    AlarmTraits.PLAIN,
                                    true),
                            "ada",
                            "");
            Instant start = Instant.now().minus(1, ChronoUnit.HOURS);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                boolean high = i % 1_000 >= 900;
                readings.add(Reading.good(FLOW, start.plusSeconds(i), high ? 60 : 50));
            }
            history.addReadings(readings);
        }
    }

    private static List<String> run(int status, String... arguments) throws Exception {
        try (ProgramProcess program = ProgramProcess.start(arguments)) {
            int ended = program.await(PATIENCE);
            assertThat(ended).as(() -> String.join("\n", program.output())).isEqualTo(status);
            assertThat(program.output()).noneMatch(line -> line.contains("Exception"));
            return program.output();
        }
    }
}

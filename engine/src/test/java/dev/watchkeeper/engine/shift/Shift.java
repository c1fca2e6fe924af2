package dev.watchkeeper.engine.shift;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.label.LabelDesk;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.label.MemoryLabelBook;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A night shift with a valve that chatters, a flood, a label, and two alarms that nobody has acknowledged; made by the real desks. */
final class Shift {
    static final Instant START = Instant.parse("2026-03-16T21:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(8));
    static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1\")";

    private Instant now = START;
    private final AlarmDesk alarms = new AlarmDesk(new MemoryAlarmBook(), new Plant(), AlarmPolicy.STANDARD, () -> now);
    private final LabelDesk labels = new LabelDesk(new MemoryLabelBook(), () -> now);

    Shift() {
        now = START.minus(Duration.ofHours(3));
        raise("wet-well", "level", -3 * 3_600, 0, 1);
        for (int i = 0; i < 30; i++) {
            raise("valve-7", "position", 3_600 + 14 * i, 5, 1);
        }
        for (int i = 0; i < 14; i++) {
            raise("pump-" + i, "flow", 4 * 3_600 + 20 * i, 1_800, i == 0 ? 0.001 : 1);
        }
        AlarmId first = raise("pump-1", "flow", 6 * 3_600, 900, 0.15);
        now = START.plus(Duration.ofHours(6)).plusSeconds(90);
        alarms.acknowledge(first, "k.sato", "-strainer cleaned, 100 %");
        labels.put(
                LabelSubject.of(alarms.find(first).orElseThrow(), now), LabelKind.NOT_AN_ANOMALY, "test run", "k.sato");
        labels.put(
                LabelSubject.span(
                        new AssetId("pump-1"),
                        List.of(SensorId.of("pump-1", "flow")),
                        new TimeSpan(START, START.plusSeconds(600))),
                LabelKind.MAINTENANCE,
                "bearing greased",
                "m.weber");
        now = END;
    }

    ShiftReport report() {
        return ShiftReport.read(
                alarms,
                labels,
                new Plant(),
                new TimeSpan(START, END),
                END,
                ZoneId.of("Europe/Berlin"),
                OptionalInt.of(2));
    }

    /** A shift in which nothing happened. */
    static ShiftReport quiet() {
        InMemory none = new InMemory();
        return ShiftReport.read(
                none.alarms,
                none.labels,
                new Plant(),
                new TimeSpan(START, END),
                END,
                ZoneId.of("Europe/Berlin"),
                OptionalInt.empty());
    }

    private AlarmId raise(String asset, String sensor, long second, long lasts, double falseAlarmsPerDay) {
        Instant opened = START.plusSeconds(second);
        now = opened;
        alarms.accept(List.of(message(asset, sensor, Phase.OPENED, opened, opened, falseAlarmsPerDay)));
        if (lasts > 0) {
            Instant closed = opened.plusSeconds(lasts);
            alarms.accept(List.of(message(asset, sensor, Phase.CLOSED, opened, closed, falseAlarmsPerDay)));
        }
        return new AlarmId(
                DetectionId.of("novelty", SensorId.of(asset, sensor), opened).value());
    }

    private static Detection message(
            String asset, String name, Phase phase, Instant opened, Instant at, double falseAlarmsPerDay) {
        SensorId sensor = SensorId.of(asset, name);
        return new Detection(
                DetectionId.of("novelty", sensor, opened),
                sensor.asset(),
                "novelty",
                phase,
                opened,
                at,
                TimeSpan.before(at, Duration.ofMinutes(4)),
                0.9,
                falseAlarmsPerDay,
                List.of(new Contribution(sensor, 1)));
    }

    private static final class InMemory {
        final AlarmDesk alarms = new AlarmDesk(new MemoryAlarmBook(), new Plant(), AlarmPolicy.STANDARD, () -> END);
        final LabelDesk labels = new LabelDesk(new MemoryLabelBook(), () -> END);
    }

    /** Describes the valve alone, by a name that no spreadsheet should run. */
    private static final class Plant implements Assets {
        private final Asset valve = new Asset(
                new AssetId("valve-7"),
                FORMULA,
                "Inlet",
                List.of(new Sensor(SensorId.of("valve-7", "position"), "Стан → 位置", new Unit("%"), null)));

        @Override
        public List<Asset> all() {
            return List.of(valve);
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return all().stream().filter(asset -> asset.id().equals(id)).findFirst();
        }

        @Override
        public long version() {
            return 1;
        }
    }
}

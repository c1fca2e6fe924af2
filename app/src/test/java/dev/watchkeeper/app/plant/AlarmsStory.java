package dev.watchkeeper.app.plant;

import static dev.watchkeeper.app.plant.FakePlant.START;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.live.DeviceChange;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A restless month before the night of the plant: a head loss that chatters, a flood, alarms that stand, shelves and repairs. */
public final class AlarmsStory {
    /** The source that chatters. */
    public static final SensorId CHATTERING = SensorId.of("screen-1", "head-loss");

    private static final List<SensorId> OTHERS = List.of(
            SensorId.of("wet-well", "inflow"),
            SensorId.of("wet-well", "conductivity"),
            SensorId.of("pump-3", "current"),
            SensorId.of("pump-1", "flow"),
            SensorId.of("blower-1", "pressure"),
            SensorId.of("basin", "oxygen"),
            SensorId.of("basin", "ammonium"),
            SensorId.of("pump-2", "speed"));

    private final List<Alarm> told = new ArrayList<>();
    private final Random random = new Random(7);

    private AlarmsStory() {}

    /** Tells all of it. */
    public static FakePlant told(FakePlant plant) {
        AlarmsStory story = new AlarmsStory();
        story.usual();
        story.chatter();
        story.pastFlood();
        story.standing();
        plant.alarms().putAll(story.told);
        handled(plant);
        devices(plant);
        maintenance(plant);
        return plant;
    }

    private static void maintenance(FakePlant plant) {
        Instant now = plant.clock().instant();
        plant.maintenance()
                .add(new MaintenanceWindow(
                        "impeller",
                        new AssetId("pump-3"),
                        new MaintenanceWindow.Once(now.minus(Duration.ofMinutes(40)), now.plus(Duration.ofHours(5))),
                        null,
                        "Impeller change, work order 4722",
                        "j.okoro"));
        plant.maintenance()
                .add(new MaintenanceWindow(
                        "rake",
                        new AssetId("screen-1"),
                        null,
                        new MaintenanceWindow.Weekly(
                                DayOfWeek.THURSDAY,
                                LocalTime.of(7, 30),
                                Duration.ofMinutes(90),
                                ZoneId.of("Europe/Berlin")),
                        "Rake is cleaned by hand",
                        "k.sato"));
    }

    /** A night in which an oxygen probe fell silent, a conductivity read beyond its range, and the job restarted once. */
    private static void devices(FakePlant plant) {
        SensorId oxygen = SensorId.of("basin", "oxygen");
        SensorId conductivity = SensorId.of("wet-well", "conductivity");
        plant.deviceBook()
                .append(List.of(
                        new DeviceChange(
                                oxygen,
                                DeviceState.FAILURE,
                                START.minus(Duration.ofHours(9)),
                                "Nothing has arrived from Dissolved oxygen since 2026-03-16T17:12:40Z.",
                                "Check the transmitter, its supply and the way to the broker."),
                        new DeviceChange(
                                oxygen,
                                DeviceState.GOOD,
                                START.minus(Duration.ofHours(9).minusMinutes(34)),
                                "",
                                ""),
                        new DeviceChange(
                                conductivity,
                                DeviceState.OUT_OF_SPECIFICATION,
                                START.minus(Duration.ofHours(4)),
                                "Conductivity reads 21.4, which is beyond what it can measure (0.0 to 20.0).",
                                "Check the instrument and its wiring."),
                        new DeviceChange(
                                conductivity,
                                DeviceState.GOOD,
                                START.minus(Duration.ofHours(4).minusMinutes(6)),
                                "",
                                ""),
                        new DeviceChange(
                                oxygen,
                                DeviceState.FUNCTION_CHECK,
                                START.minus(Duration.ofHours(2)),
                                "Whether Dissolved oxygen is silent cannot be told: The job restarts.",
                                "Mend the pipeline first; the sensor shows by itself whether it sends."),
                        new DeviceChange(
                                oxygen,
                                DeviceState.GOOD,
                                START.minus(Duration.ofHours(2).minusSeconds(41)),
                                "",
                                "")));
    }

    /** Lets a power dip raise alarms on every asset within a minute; the first is that of the blower. */
    public static FakePlant flooding(FakePlant plant) {
        AlarmsStory story = new AlarmsStory();
        Instant from = START.minusSeconds(75);
        story.add(
                SensorId.of("blower-1", "speed"),
                "Speed falls faster than at any time before",
                Priority.HIGH,
                from,
                null,
                null);
        List<SensorId> all = plant.assets().all().stream()
                .flatMap(asset -> asset.sensors().stream().map(sensor -> sensor.id()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            SensorId sensor = all.get((i * 5) % all.size());
            Priority priority = i % 12 == 0 ? Priority.HIGH : i % 4 == 0 ? Priority.MEDIUM : Priority.LOW;
            story.add(
                    sensor,
                    label(plant, sensor) + " left its usual pattern",
                    priority,
                    from.plusSeconds(2 + 2L * i),
                    null,
                    null);
        }
        plant.alarms().putAll(story.told);
        return plant;
    }

    private static String label(FakePlant plant, SensorId sensor) {
        return plant.assets()
                .find(sensor.asset())
                .flatMap(asset -> asset.sensor(sensor))
                .orElseThrow()
                .label();
    }

    private static void handled(FakePlant plant) {
        Instant now = plant.clock().instant();
        plant.alarms().shelve(rule("screen-1"), false, now.plus(Duration.ofMinutes(47)), "k.sato", "Chattering");
        plant.alarms().shelve(rule("basin"), true, now.plus(Duration.ofHours(3)), "m.weber", "Sensor under repair");
        plant.alarms()
                .takeOutOfService(
                        AlarmSource.all(new AssetId("pump-3")), "j.okoro", "Impeller change, work order 4722");
        plant.alarms().suppressByDesign(rule("wet-well"), "Pump 3 is stopped for cleaning until 06:00");
        plant.alarms().assign(new AlarmId("a-7"), "m.weber", "m.weber");
        plant.alarms().note(new AlarmId("a-6"), "Grease gun is in the workshop, key at the gate", "m.weber");
    }

    private static AlarmSource rule(String asset) {
        return new AlarmSource(new AssetId(asset), "novelty");
    }

    private void usual() {
        for (int hour = 1; hour < 24 * 28; hour += 1 + random.nextInt(5)) {
            SensorId sensor = OTHERS.get(random.nextInt(OTHERS.size()));
            Priority priority =
                    random.nextInt(12) == 0 ? Priority.HIGH : random.nextInt(5) == 0 ? Priority.MEDIUM : Priority.LOW;
            Duration lasted = Duration.ofMinutes(3 + random.nextInt(40));
            add(
                    sensor,
                    sensor.name() + " left its usual pattern",
                    priority,
                    START.minus(Duration.ofHours(hour)).minusSeconds(random.nextInt(1_800)),
                    lasted,
                    new Alarm.Acknowledgment(
                            "k.sato", "", START.minus(Duration.ofHours(hour)).plusSeconds(90)));
        }
    }

    private void chatter() {
        for (int burst = 0; burst < 14; burst++) {
            Instant begin = START.minus(Duration.ofMinutes(40 + 97L * burst));
            for (int i = 0; i < 4; i++) {
                add(
                        CHATTERING,
                        "Head loss swings around its limit",
                        Priority.LOW,
                        begin.plusSeconds(14L * i),
                        Duration.ofSeconds(3 + random.nextInt(4)),
                        null);
            }
        }
    }

    private void pastFlood() {
        Instant begin = START.minus(Duration.ofHours(9));
        for (int i = 0; i < 34; i++) {
            SensorId sensor = OTHERS.get(i % OTHERS.size());
            Instant at = begin.plusSeconds(9L * i);
            add(
                    sensor,
                    sensor.name() + " left its usual pattern",
                    i % 9 == 0 ? Priority.MEDIUM : Priority.LOW,
                    at,
                    Duration.ofMinutes(11),
                    new Alarm.Acknowledgment("k.sato", "Power dip", at.plusSeconds(420)));
        }
    }

    private void standing() {
        add(
                SensorId.of("basin", "turbidity"),
                "Turbidity is higher than at any time before",
                Priority.LOW,
                START.minus(Duration.ofHours(55)),
                null,
                new Alarm.Acknowledgment("k.sato", "Probe is fouled", START.minus(Duration.ofHours(54))));
    }

    private void add(
            SensorId sensor,
            String message,
            Priority priority,
            Instant opened,
            @org.jspecify.annotations.Nullable Duration lasted,
            Alarm.@org.jspecify.annotations.Nullable Acknowledgment given) {
        AlarmState state = lasted == null
                ? given == null ? AlarmState.ACTIVE_UNACKNOWLEDGED : AlarmState.ACTIVE_ACKNOWLEDGED
                : AlarmState.NORMAL;
        told.add(new Alarm(
                new AlarmId("s-" + sensor.asset() + "-" + sensor.name() + "-" + opened.toEpochMilli()),
                sensor.asset(),
                "novelty",
                Character.toUpperCase(message.charAt(0)) + message.substring(1).replace('-', ' '),
                priority,
                state,
                opened,
                opened.plusSeconds(1),
                lasted == null ? null : opened.plus(lasted),
                TimeSpan.before(opened.plusSeconds(1), Duration.ofMinutes(2)),
                0.8,
                List.of(new Contribution(sensor, 1)),
                Evidence.NONE,
                new Guidance(
                        "It moves as it has not moved before.",
                        "A fault grows unseen.",
                        "Compare it with its neighbours.",
                        Duration.ofMinutes(30)),
                given));
    }
}

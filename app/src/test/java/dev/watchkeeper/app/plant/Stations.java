package dev.watchkeeper.app.plant;

import static dev.watchkeeper.app.plant.FakePlant.START;
import static dev.watchkeeper.app.plant.FakePlant.alarm;
import static dev.watchkeeper.app.plant.FakePlant.sensor;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stands in the fake plant, and what has happened there. */
final class Stations {
    private static final SensorId SILENT = SensorId.of("screen-1", "flow");
    private static final SensorId STUCK = SensorId.of("basin", "level");
    private static final Duration SILENT_FOR = Duration.ofSeconds(140);

    private Stations() {}

    static boolean silent(SensorId sensor, Instant at) {
        return sensor.equals(SILENT) && at.isAfter(START.minus(SILENT_FOR));
    }

    static boolean stuck(SensorId sensor) {
        return sensor.equals(STUCK);
    }

    static void build(FakePlant plant) {
        pump(plant, "pump-1", "Pump 1", 31.5, fault("pump-1", "discharge-pressure", 26, 19, 0.08, 0.5));
        pump(
                plant,
                "pump-2",
                "Pump 2",
                33.1,
                fault("pump-2", "bearing-temperature", 9, 0, 1.6, 16),
                fault("pump-2", "vibration", 8, 0, 0.35, 2.8));
        pump(plant, "pump-3", "Pump 3", 29.8);
        new Builder("wet-well")
                .add("level", "Level", "m", 2.4, 0.02, 0.35)
                .add("inflow", "Inflow", "m³/h", 412, 4, 60)
                .add("conductivity", "Conductivity", "µS/cm", 890, 6, 30)
                .add("ph", "pH", "", 7.3, 0.02, 0.1)
                .add("temperature", "Water temperature", "°C", 14.2, 0.04, 0.4)
                .build(plant, "Wet well", "Inlet");
        new Builder("screen-1")
                .add("flow", "Flow", "m³/h", 398, 4, 50)
                .add("head-loss", "Head loss", "mbar", 34, 0.8, 3)
                .add("current", "Rake current", "A", 2.1, 0.06, 0.2)
                .add("level", "Level before screen", "m", 1.12, 0.01, 0.08)
                .build(plant, "Screen 1", "Inlet");
        new Builder("blower-1")
                .add("pressure", "Pressure", "mbar", 612, 2.5, 9)
                .add("air-flow", "Air flow", "m³/h", 2310, 22, 120)
                .add("current", "Motor current", "A", 58.4, 0.5, 2.1)
                .add("temperature", "Outlet temperature", "°C", 71.8, 0.4, 2.2)
                .add("speed", "Speed", "rpm", 2960, 6, 20)
                .build(plant, "Blower 1", "Aeration", fault("blower-1", "current", 55, 0, 0.1, 5));
        new Builder("basin")
                .add("oxygen", "Dissolved oxygen", "mg/L", 2.05, 0.03, 0.3)
                .add("ammonium", "Ammonium", "mg/L", 1.4, 0.03, 0.25)
                .add("turbidity", "Turbidity", "NTU", 3.6, 0.08, 0.5)
                .add("level", "Level", "m", 4.35, 0.004, 0)
                .build(plant, "Aeration basin", "Aeration");
        alarms(plant);
    }

    private static void pump(FakePlant plant, String id, String label, double current, Fault... faults) {
        new Builder(id)
                .add("flow", "Flow", "m³/h", 205, 2, 8)
                .add("discharge-pressure", "Discharge pressure", "bar", 4.62, 0.03, 0.12)
                .add("current", "Motor current", "A", current, 0.3, 1.1)
                .add("vibration", "Vibration", "mm/s", 1.8, 0.07, 0.1)
                .add("bearing-temperature", "Bearing temperature", "°C", 52.5, 0.3, 1.2)
                .add("speed", "Speed", "rpm", 1478, 2, 4)
                .build(plant, label, "Pump hall", faults);
    }

    private static void alarms(FakePlant plant) {
        plant.alarm(alarm(
                "a-7",
                "pump-2",
                "Vibration and bearing temperature rise together",
                Priority.HIGH,
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                Duration.ofSeconds(262),
                null,
                List.of(
                        share("pump-2", "vibration", .56),
                        share("pump-2", "bearing-temperature", .33),
                        share("pump-2", "current", .07),
                        share("pump-2", "flow", .03),
                        share("pump-2", "discharge-pressure", .01)),
                null));
        plant.alarm(alarm(
                "a-6",
                "pump-2",
                "Bearing temperature is higher than at any time before",
                Priority.MEDIUM,
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                Duration.ofSeconds(415),
                null,
                List.of(share("pump-2", "bearing-temperature", .91), share("pump-2", "vibration", .09)),
                null));
        plant.alarm(alarm(
                "a-5",
                "pump-1",
                "Discharge pressure leaves its expected band",
                Priority.MEDIUM,
                AlarmState.RETURNED_UNACKNOWLEDGED,
                Duration.ofMinutes(25),
                Duration.ofMinutes(7),
                List.of(share("pump-1", "discharge-pressure", .82), share("pump-1", "flow", .18)),
                null));
        plant.alarm(alarm(
                "a-4",
                "blower-1",
                "Motor current is higher than the air flow explains",
                Priority.LOW,
                AlarmState.ACTIVE_ACKNOWLEDGED,
                Duration.ofMinutes(51),
                null,
                List.of(share("blower-1", "current", .88), share("blower-1", "air-flow", .12)),
                new Alarm.Acknowledgment(
                        "m.weber", "Filter is due on Thursday, work order 4711", START.minus(Duration.ofMinutes(46)))));
        for (int i = 1; i <= 2; i++) {
            Duration ago = Duration.ofDays(i).plusHours(5);
            plant.alarm(alarm(
                    "b-" + i,
                    "pump-2",
                    i == 1 ? "Vibration rises with the bearing temperature" : "Vibration leaves its expected band",
                    Priority.MEDIUM,
                    AlarmState.NORMAL,
                    ago,
                    Duration.ofMinutes(9),
                    List.of(share("pump-2", "vibration", .6), share("pump-2", "bearing-temperature", .4)),
                    new Alarm.Acknowledgment("k.sato", "", START.minus(ago).plusSeconds(200))));
        }
        for (int i = 1; i <= 3; i++) {
            Duration ago = Duration.ofMinutes(38L * i + 30);
            plant.alarm(alarm(
                    "a-" + i,
                    "wet-well",
                    i == 2 ? "Inflow rises faster than usual" : "Level swings more than usual",
                    i == 2 ? Priority.MEDIUM : Priority.LOW,
                    AlarmState.NORMAL,
                    ago,
                    Duration.ofMinutes(6),
                    List.of(share("wet-well", "level", .7), share("wet-well", "inflow", .3)),
                    new Alarm.Acknowledgment("k.sato", "Rain", START.minus(ago).plusSeconds(200))));
        }
    }

    private static Contribution share(String asset, String sensor, double share) {
        return new Contribution(SensorId.of(asset, sensor), share);
    }

    /** A fault of one sensor, in minutes before the start of the story. */
    private record Fault(SensorId sensor, Course.Fault fault) {}

    private static Fault fault(
            String asset, String sensor, int fromMinutesAgo, int toMinutesAgo, double perMinute, double most) {
        long start = START.minus(Duration.ofMinutes(fromMinutesAgo)).toEpochMilli();
        long end = toMinutesAgo == 0
                ? Long.MAX_VALUE
                : START.minus(Duration.ofMinutes(toMinutesAgo)).toEpochMilli();
        return new Fault(SensorId.of(asset, sensor), new Course.Fault(start, end, perMinute, most, most / 40));
    }

    private static final class Builder {
        private final String asset;
        private final List<Course> courses = new ArrayList<>();
        private final List<Sensor> sensors = new ArrayList<>();

        Builder(String asset) {
            this.asset = asset;
        }

        Builder add(String name, String label, String unit, double middle, double noise, double swing) {
            double period = 900 + 140.0 * courses.size();
            courses.add(new Course(SensorId.of(asset, name), middle, noise, swing, period, Course.Fault.NONE));
            sensors.add(sensor(asset, name, label, unit));
            return this;
        }

        void build(FakePlant plant, String label, String area, Fault... faults) {
            for (Fault fault : faults) {
                courses.replaceAll(
                        course -> course.sensor().equals(fault.sensor()) ? course.with(fault.fault()) : course);
            }
            plant.asset(asset, label, area, courses, sensors);
        }
    }
}

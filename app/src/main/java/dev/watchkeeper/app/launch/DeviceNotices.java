package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds which devices people are to be told of: one that has failed or is out of specification for longer than a minute is told
 * once, and that it is good again once it has been so for as long; also over a restart of the program. While a device is under
 * function check nothing is told of it, nor while its asset is in a maintenance window. Thread-safe.
 */
final class DeviceNotices {
    /** How long a device may be in trouble, or good again, before anybody is told. */
    static final Duration LASTING = Duration.ofMinutes(1);

    private static final Setting<Told> TOLD = new Setting<>("notify.devices", Told.class, new Told(Map.of()));

    private final SettingsBook book;
    private final Assets assets;
    private final MaintenanceWindows maintenance;
    private final Consumer<List<Notice>> tell;
    private final Map<String, Instant> goodSince = new HashMap<>();

    /** What was told of devices that are not good again, by sensor. */
    record Told(Map<String, Trouble> devices) {
        Told {
            devices = Map.copyOf(devices);
        }
    }

    record Trouble(String asset, String sensor, DeviceState state, Instant since) {
        SensorId id() {
            return SensorId.of(asset, sensor);
        }
    }

    DeviceNotices(SettingsBook book, Assets assets, MaintenanceWindows maintenance, Consumer<List<Notice>> tell) {
        this.book = book;
        this.assets = assets;
        this.maintenance = maintenance;
        this.tell = tell;
    }

    /**
     * Takes how the devices stand, as often as one likes.
     *
     * @param standing what is not good, without flicker
     */
    synchronized void look(List<DeviceStatus> standing, Instant now) {
        Map<String, Trouble> before = book.get(TOLD).devices();
        Map<String, Trouble> told = new TreeMap<>(before);
        Map<String, DeviceStatus> notGood = new HashMap<>();
        List<Notice> notices = new ArrayList<>();
        for (DeviceStatus status : standing) {
            String key = status.sensor().toString();
            notGood.put(key, status);
            Trouble known = told.get(key);
            if (isTrouble(status.state())
                    && (known == null || known.state() != status.state())
                    && lasts(status.since(), now)
                    && !isWorkedOn(status.sensor().asset(), now)) {
                notices.add(trouble(status, now));
                told.put(
                        key,
                        new Trouble(
                                status.sensor().asset().value(),
                                status.sensor().name(),
                                status.state(),
                                status.since()));
            }
        }
        before.forEach((key, trouble) -> {
            if (isGood(notGood, key)) {
                Instant since = goodSince.computeIfAbsent(key, own -> now);
                if (lasts(since, now)) {
                    told.remove(key);
                    notices.add(good(trouble, since, now));
                }
            } else {
                goodSince.remove(key);
            }
        });
        if (!notices.isEmpty()) {
            tell.accept(notices);
            book.set(TOLD, new Told(told));
        }
        goodSince.keySet().retainAll(told.keySet());
    }

    private static boolean isTrouble(DeviceState state) {
        return state == DeviceState.FAILURE || state == DeviceState.OUT_OF_SPECIFICATION;
    }

    /** One that asks for maintenance sends again what is valid. */
    private static boolean isGood(Map<String, DeviceStatus> notGood, String key) {
        DeviceStatus status = notGood.get(key);
        return status == null || status.state() == DeviceState.MAINTENANCE_REQUIRED;
    }

    private static boolean lasts(Instant since, Instant now) {
        return !since.plus(LASTING).isAfter(now);
    }

    private boolean isWorkedOn(AssetId asset, Instant now) {
        return maintenance.all().stream().anyMatch(window -> window.asset().equals(asset) && window.isOpen(now));
    }

    private Notice trouble(DeviceStatus status, Instant now) {
        return Notices.device(
                status.sensor(),
                label(status.sensor()),
                Words.shortly(status.state()),
                status.why(),
                status.action(),
                priority(status.state()),
                status.since(),
                now);
    }

    private Notice good(Trouble trouble, Instant until, Instant now) {
        return Notices.deviceGood(
                trouble.id(),
                label(trouble.id()),
                Words.shortly(trouble.state()),
                priority(trouble.state()),
                trouble.since(),
                until,
                now);
    }

    /** The same for the return, so that it reaches whom the trouble reached. */
    private static Priority priority(DeviceState state) {
        return state == DeviceState.FAILURE ? Priority.MEDIUM : Priority.LOW;
    }

    private String label(SensorId id) {
        return assets.find(id.asset())
                .flatMap(asset -> asset.sensor(id))
                .map(Sensor::label)
                .orElse(id.name());
    }
}

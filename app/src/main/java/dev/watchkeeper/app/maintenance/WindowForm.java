package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance window as it is being edited; judged with each key. What is missing is said only beside fields that were touched, until
 * somebody wants to save. UI thread.
 */
final class WindowForm {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int GRID_MINUTES = 5;
    private static final Duration USUAL = Duration.ofHours(2);

    /** What can be entered. */
    enum Input {
        ASSET,
        FROM,
        UNTIL,
        DAY,
        START,
        LENGTH,
        REASON
    }

    private final String id;
    private final @Nullable MaintenanceWindow editedOrNull;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final ObjectProperty<@Nullable AssetId> asset = new SimpleObjectProperty<>();
    private final ObjectProperty<Boolean> weekly = new SimpleObjectProperty<>(false);
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final ObjectProperty<DayOfWeek> day = new SimpleObjectProperty<>(DayOfWeek.MONDAY);
    private final StringProperty start = new SimpleStringProperty("08:00");
    private final StringProperty length = new SimpleStringProperty("2 h");
    private final StringProperty reason = new SimpleStringProperty("");
    private final Map<Input, ReadOnlyStringWrapper> problems = new EnumMap<>(Input.class);
    private final Set<Input> touched = EnumSet.noneOf(Input.class);
    private final Map<Input, String> wrong = new EnumMap<>(Input.class);

    /**
     * @param id the window's, new or not
     * @param editedOrNull the window that is edited; null for a new one
     */
    WindowForm(String id, @Nullable MaintenanceWindow editedOrNull, ZoneId zone, Supplier<Instant> now) {
        this.id = id;
        this.editedOrNull = editedOrNull;
        this.now = now;
        MaintenanceWindow.Weekly repeated = editedOrNull == null ? null : editedOrNull.weeklyOrNull();
        this.zone = repeated == null ? zone : repeated.zone();
        for (Input input : Input.values()) {
            problems.put(input, new ReadOnlyStringWrapper(""));
        }
        fill();
        watch(asset, Input.ASSET);
        watch(from, Input.FROM);
        watch(until, Input.UNTIL);
        watch(day, Input.DAY);
        watch(start, Input.START);
        watch(length, Input.LENGTH);
        watch(reason, Input.REASON);
        weekly.subscribe((before, after) -> judge());
        judge();
    }

    private void fill() {
        LocalDateTime begin = LocalDateTime.ofInstant(now.get(), zone).truncatedTo(ChronoUnit.MINUTES);
        begin = begin.minusMinutes(begin.getMinute() % GRID_MINUTES);
        from.set(TYPED.format(begin));
        until.set(TYPED.format(begin.plus(USUAL)));
        day.set(begin.getDayOfWeek());
        MaintenanceWindow window = editedOrNull;
        if (window == null) {
            return;
        }
        asset.set(window.asset());
        reason.set(window.reason());
        MaintenanceWindow.Once once = window.onceOrNull();
        if (once != null) {
            from.set(TYPED.format(once.start().atZone(zone)));
            until.set(TYPED.format(once.end().atZone(zone)));
        }
        MaintenanceWindow.Weekly repeated = window.weeklyOrNull();
        if (repeated != null) {
            weekly.set(true);
            day.set(repeated.day());
            start.set(repeated.start().toString());
            length.set(DurationText.written(repeated.length()));
        }
    }

    private void watch(javafx.beans.value.ObservableValue<?> value, Input input) {
        value.subscribe((before, after) -> {
            touched.add(input);
            judge();
        });
    }

    String id() {
        return id;
    }

    boolean isNew() {
        return editedOrNull == null;
    }

    ObjectProperty<@Nullable AssetId> assetProperty() {
        return asset;
    }

    ObjectProperty<Boolean> weeklyProperty() {
        return weekly;
    }

    StringProperty fromProperty() {
        return from;
    }

    StringProperty untilProperty() {
        return until;
    }

    ObjectProperty<DayOfWeek> dayProperty() {
        return day;
    }

    StringProperty startProperty() {
        return start;
    }

    StringProperty lengthProperty() {
        return length;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /** What is wrong with a field, in one sentence; empty when nothing is, or nothing was entered there yet. */
    ReadOnlyStringProperty problemProperty(Input input) {
        return wrapper(input).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper wrapper(Input input) {
        return problems.computeIfAbsent(input, own -> new ReadOnlyStringWrapper(""));
    }

    /** The window that stands in the fields; empty after saying beside each what is wrong with it. */
    Optional<MaintenanceWindow> window(String user) {
        for (Input input : Input.values()) {
            touched.add(input);
        }
        judge();
        AssetId chosen = asset.get();
        if (!wrong.isEmpty() || chosen == null) {
            return Optional.empty();
        }
        MaintenanceWindow.Once once = weekly.get() ? null : once().orElse(null);
        MaintenanceWindow.Weekly repeated = weekly.get() ? weekly().orElse(null) : null;
        return Optional.of(
                new MaintenanceWindow(id, chosen, once, repeated, reason.get().strip(), user));
    }

    private Optional<MaintenanceWindow.Once> once() {
        Optional<Instant> begin = moment(from);
        Optional<Instant> end = moment(until);
        if (begin.isEmpty()) {
            wrong.put(Input.FROM, "Enter a day and a time such as 2026-03-17 14:00.");
        }
        if (end.isEmpty()) {
            wrong.put(Input.UNTIL, "Enter a day and a time such as 2026-03-17 16:00.");
        } else if (!end.get().isAfter(now.get())) {
            wrong.put(Input.UNTIL, "This has passed already; enter an end in the future.");
        } else if (begin.isPresent() && !end.get().isAfter(begin.get())) {
            wrong.put(Input.UNTIL, "Enter an end after the beginning.");
        } else if (begin.isPresent()
                && Duration.between(begin.get(), end.get()).compareTo(MaintenanceWindow.LONGEST_ONCE) > 0) {
            wrong.put(Input.UNTIL, "This is longer than 90 days; take the asset out of service instead.");
        } else if (begin.isPresent()) {
            return Optional.of(new MaintenanceWindow.Once(begin.get(), end.get()));
        }
        return Optional.empty();
    }

    private Optional<MaintenanceWindow.Weekly> weekly() {
        Optional<LocalTime> begin = time(start.get().strip());
        Optional<Duration> lasts = DurationText.read(length.get());
        if (begin.isEmpty()) {
            wrong.put(Input.START, "Enter a time such as 22:00.");
        }
        if (lasts.isEmpty()
                || lasts.get().compareTo(Duration.ofMinutes(1)) < 0
                || lasts.get().compareTo(MaintenanceWindow.LONGEST_WEEKLY) > 0) {
            wrong.put(Input.LENGTH, "Enter how long it lasts, from 1 min to 6 d, such as 2 h.");
        } else if (begin.isPresent()) {
            return Optional.of(new MaintenanceWindow.Weekly(day.get(), begin.get(), lasts.get(), zone));
        }
        return Optional.empty();
    }

    private void judge() {
        wrong.clear();
        if (asset.get() == null) {
            wrong.put(Input.ASSET, "Choose the asset that is worked on.");
        }
        if (weekly.get()) {
            weekly();
        } else {
            once();
        }
        if (reason.get().isBlank()) {
            wrong.put(Input.REASON, "Say why, such as Seal change, work order 4722; it goes into the journal.");
        }
        for (Input input : Input.values()) {
            wrapper(input).set(touched.contains(input) ? wrong.getOrDefault(input, "") : "");
        }
    }

    private Optional<Instant> moment(StringProperty text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.get().strip(), TYPED).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

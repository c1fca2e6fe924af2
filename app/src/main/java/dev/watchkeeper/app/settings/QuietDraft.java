package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.Schedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Quiet hours as a form.
 *
 * @param quietOrNull as they are kept; null when they are new
 * @param settings from which recipients are chosen
 * @param zone of new hours
 */
record QuietDraft(@Nullable QuietHours quietOrNull, NotifySettings settings, ZoneId zone) implements Draft {
    @Override
    public String title() {
        return quietOrNull == null ? "New quiet hours" : "Quiet hours " + HoursWords.of(quietOrNull.when());
    }

    @Override
    public List<Field> fields(Values values) {
        List<Field> fields = new ArrayList<>(HoursFields.fields());
        fields.add(Field.one("breaksThrough", "Told all the same from", RoutingDraft.priorities()));
        fields.add(Field.several("recipients", "For", People.choices(settings), "none chosen: everybody"));
        return fields;
    }

    @Override
    public Map<String, String> start() {
        if (quietOrNull == null) {
            return Map.of("from", "22:00", "until", "06:00", "breaksThrough", Priority.HIGH.name());
        }
        return Map.of(
                "days", HoursFields.days(quietOrNull.when()),
                "from", quietOrNull.when().from().toString(),
                "until", quietOrNull.when().until().toString(),
                "breaksThrough", quietOrNull.breaksThrough().name(),
                "recipients", Values.joined(quietOrNull.recipients()));
    }

    @Override
    public Result put(Values values, NotifySettings into) {
        List<Problem> problems = new ArrayList<>();
        ZoneId in = quietOrNull == null ? zone : quietOrNull.when().zone();
        Optional<Schedule> when = HoursFields.read(values, in, problems);
        if (!problems.isEmpty() || when.isEmpty()) {
            return Result.wrong(problems);
        }
        QuietHours quiet = new QuietHours(
                when.get(), Priority.valueOf(values.text("breaksThrough")), values.several("recipients"));
        return Result.right(
                Parts.quietHours(into, Parts.put(into.quietHours(), each -> each.equals(quietOrNull), quiet)),
                "quiet hours " + HoursWords.of(quiet.when()));
    }
}

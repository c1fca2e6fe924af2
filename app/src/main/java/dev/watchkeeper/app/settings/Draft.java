package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A thing of the settings, new or there already, as a form that can be put back into them. Immutable. */
interface Draft {
    /** What heads the form, such as "Channel Operations mail". */
    String title();

    /** The fields, which may depend on what stands in them. */
    List<Field> fields(Values values);

    /** What stands in the fields at first. */
    Map<String, String> start();

    /** What the settings would be with it. */
    Result put(Values values, NotifySettings settings);

    /**
     * Settings with a thing as it is edited.
     *
     * @param problems by the names of fields; empty when it can be saved
     * @param settingsOrNull null when it cannot be saved
     * @param name of the thing, such as "channel Operations mail"
     */
    record Result(List<Problem> problems, @Nullable NotifySettings settingsOrNull, String name) {
        static Result wrong(List<Problem> problems) {
            return new Result(List.copyOf(problems), null, "");
        }

        static Result right(NotifySettings settings, String name) {
            return new Result(List.of(), settings, name);
        }
    }
}

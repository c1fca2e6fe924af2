package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.PopupLayer;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.shift.Shifts;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;

/** The small popups in which an operator handles alarms, one at a time, beside the button that asks. FX application thread only. */
final class HandlePopups {
    private final AlarmHandling handling;
    private final PopupLayer layer;
    private final Formats formats;
    private final Shifts shifts;
    private final InstantSource clock;

    HandlePopups(AlarmHandling handling, PopupLayer layer, Formats formats, Shifts shifts, InstantSource clock) {
        this.handling = handling;
        this.layer = layer;
        this.formats = formats;
        this.shifts = shifts;
        this.clock = clock;
    }

    AlarmHandling handling() {
        return handling;
    }

    Optional<String> refusal() {
        return handling.refusal();
    }

    /** Asks for reason and time, then hides the alarms of a source. */
    void shelve(AlarmSource source, String what, Node beside) {
        ShelvePopup popup = new ShelvePopup(
                what,
                ShelfTime.offered(clock.instant(), shifts, formats, handling.longestShelf()),
                (reason, once, time) -> {
                    layer.close();
                    handling.shelve(source, what, once, time.until(), formats.minute(time.until()), reason);
                });
        layer.show(popup, beside);
    }

    /** Asks for a reason, names old and new state, then takes a source out of service. */
    void takeOutOfService(AlarmSource source, String what, String state, Node beside) {
        ask(
                new ConfirmPopup(
                        "Take " + what + " out of service?",
                        "From “" + state + "” to “out of service”: nobody is shown or told of its alarms until somebody"
                                + " puts it back.",
                        "Reason, such as a work order",
                        "Take out of service",
                        reason -> handling.takeOutOfService(source, what, reason)),
                beside);
    }

    /** Asks for a reason, names old and new state, then puts a source back. */
    void putBack(AlarmSource source, String what, Node beside) {
        ask(
                new ConfirmPopup(
                        "Put " + what + " back in service?",
                        "From “out of service” to “in service”: its alarms are shown and told again at once.",
                        "Reason, such as the work that is done",
                        "Put back",
                        reason -> handling.putBack(source, what, reason)),
                beside);
    }

    /** Asks for a note for the journal. */
    void note(AlarmId alarm, String what, Node beside) {
        ask(
                new ConfirmPopup(
                        "Note on " + what,
                        "It stands in the alarm's journal, with your name and the time.",
                        "What should the next shift know?",
                        "Add note",
                        text -> handling.note(alarm, text)),
                beside);
    }

    private void ask(ConfirmPopup popup, Node beside) {
        popup.onDone(layer::close);
        layer.show(popup, beside);
        popup.focus();
    }
}

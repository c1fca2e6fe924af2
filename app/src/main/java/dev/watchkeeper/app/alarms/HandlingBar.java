package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmSource;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What can be done with the alarm shown besides acknowledging and labelling it. */
final class HandlingBar extends HBox {
    private final HandlePopups popups;
    private final Button own = new Button();
    private final Button shelve = new Button("Shelve…");
    private final Button service = new Button("Out of service…");
    private final Button note = new Button("Note…");
    private final Button reset = new Button("Reset latch");
    private @Nullable AlarmDetail shown;

    HandlingBar(HandlePopups popups) {
        this.popups = popups;
        getStyleClass().add("handling-bar");
        own.setId("detail-own");
        shelve.setId("detail-shelve");
        service.setId("detail-service");
        note.setId("detail-add-note");
        reset.setId("detail-reset");
        own.setOnAction(event -> shown().ifPresent(this::own));
        shelve.setOnAction(event -> shelve());
        service.setOnAction(event -> shown().ifPresent(this::service));
        note.setOnAction(event -> shown().ifPresent(detail -> popups.note(
                detail.alarm().id(), detail.asset() + ": " + detail.alarm().message(), note)));
        reset.setOnAction(event -> shown().ifPresent(
                        detail -> popups.handling().reset(detail.alarm().id(), "")));
        for (Button button : new Button[] {reset, own, shelve, service, note}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.setDisable(popups.refusal().isPresent());
            getChildren().add(button);
        }
    }

    void show(AlarmDetail detail) {
        shown = detail;
        Alarm alarm = detail.alarm();
        boolean mine = alarm.handling()
                .owner()
                .filter(popups.handling().user()::equals)
                .isPresent();
        own.setText(mine ? "Leave it" : "Take it");
        boolean latched = alarm.state().latched();
        reset.setVisible(latched);
        reset.setManaged(latched);
        boolean suppressed = alarm.suppressed();
        shelve.setVisible(!suppressed);
        shelve.setManaged(!suppressed);
        service.setVisible(!suppressed);
        service.setManaged(!suppressed);
    }

    /** Asks how to shelve what raised the alarm; false while none is shown. */
    boolean shelve() {
        AlarmDetail detail = shown;
        if (detail == null || shelve.isDisabled() || !shelve.isVisible()) {
            return false;
        }
        popups.shelve(AlarmSource.of(detail.alarm()), detail.source(), shelve);
        return true;
    }

    private void own(AlarmDetail detail) {
        AlarmHandling handling = popups.handling();
        String before = detail.alarm().handling().owner().orElse("");
        handling.assign(detail.alarm().id(), before, before.equals(handling.user()) ? "" : handling.user());
    }

    private void service(AlarmDetail detail) {
        popups.takeOutOfService(
                AlarmSource.of(detail.alarm()),
                detail.source(),
                Words.of(detail.alarm().state()).toLowerCase(java.util.Locale.ROOT),
                service);
    }

    private Optional<AlarmDetail> shown() {
        return Optional.ofNullable(shown);
    }
}

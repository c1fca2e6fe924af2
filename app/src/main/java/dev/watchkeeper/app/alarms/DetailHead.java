package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmLogic;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Above the detail: what the alarm says, since when, how long there is to respond, and its acknowledgment. */
final class DetailHead extends HBox {
    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");

    private final Formats formats;
    private final boolean refused;
    private final PrioritySymbol symbol;
    private final Label message = new Label();
    private final Label facts = new Label();
    private final Label respond = new Label();
    private final Label hidden = new Label();
    private final TextField user = new TextField();
    private final TextField note = new TextField();
    private final Button acknowledge = new Button("Acknowledge");
    private final HBox form = new HBox(user, note, acknowledge);
    private final Label acknowledged = new Label();

    /** @param refused whether nobody can acknowledge from here */
    DetailHead(Formats formats, PrioritySymbol symbol, String userName, boolean refused, Runnable onAcknowledge) {
        this.formats = formats;
        this.refused = refused;
        this.symbol = symbol;
        getStyleClass().add("detail-head");
        message.getStyleClass().add("alarm-message");
        message.setWrapText(true);
        facts.getStyleClass().add("hint");
        respond.getStyleClass().add("respond");
        user.setId("detail-user");
        user.setText(userName);
        note.setId("detail-note");
        note.setPromptText("Note for the journal");
        acknowledge.setId("detail-acknowledge");
        acknowledge.getStyleClass().add("accent");
        acknowledge.setMinWidth(USE_PREF_SIZE);
        acknowledge.setOnAction(event -> onAcknowledge.run());
        note.setOnAction(event -> onAcknowledge.run());
        form.getStyleClass().add("acknowledge-form");
        acknowledged.getStyleClass().add("acknowledged");
        acknowledged.setWrapText(true);
        hidden.getStyleClass().add("hidden-why");
        hidden.setWrapText(true);
        respond.setMinWidth(USE_PREF_SIZE);
        HBox under = new HBox(facts, respond);
        under.getStyleClass().add("facts");
        VBox text = new VBox(message, under, hidden);
        setHgrow(text, Priority.ALWAYS);
        Region space = new Region();
        getChildren().addAll(symbol, text, space, acknowledged, form);
    }

    String user() {
        return user.getText();
    }

    String note() {
        return note.getText();
    }

    /** Empties the note for the next alarm. */
    void clearNote() {
        note.clear();
    }

    void show(AlarmDetail detail, Instant now) {
        Alarm alarm = detail.alarm();
        symbol.show(alarm.priority(), alarm.state());
        message.setText(alarm.message());
        String length = alarm.closedAt()
                .map(end -> "lasted " + Formats.age(Duration.between(alarm.openedAt(), end)))
                .orElseGet(() -> "for " + Formats.age(Duration.between(alarm.openedAt(), now)));
        String owner =
                alarm.handling().owner().map(name -> "   ·   taken by " + name).orElse("");
        facts.setText(String.join(
                        "   ·   ",
                        detail.asset(),
                        Words.of(alarm.state()),
                        "since " + formats.time(alarm.openedAt(), now) + ", " + length)
                + owner);
        hidden.setText(suppressions(alarm, now));
        hidden.setVisible(alarm.suppressed());
        hidden.setManaged(alarm.suppressed());
        showDeadline(alarm, now);
        boolean open = !alarm.state().acknowledged();
        form.setVisible(open && !refused);
        form.setManaged(open && !refused);
        acknowledged.setVisible(!open);
        acknowledged.setManaged(!open);
        acknowledged.setText(alarm.acknowledgment()
                .map(given -> "Acknowledged by " + given.user() + ", " + formats.time(given.at(), now))
                .orElse(""));
    }

    private String suppressions(Alarm alarm, Instant now) {
        return alarm.handling().suppressions().stream()
                .map(one -> Words.of(one.kind()) + " by " + by(one)
                        + one.until()
                                .map(end -> " until " + formats.time(end, now) + " ("
                                        + Formats.age(Duration.between(now, end)) + " left)")
                                .orElse("")
                        + ": " + one.why())
                .collect(Collectors.joining("; "));
    }

    private static String by(Suppression one) {
        return one.by().equals(AlarmLogic.ENGINE) ? "logic" : one.by();
    }

    private void showDeadline(Alarm alarm, Instant now) {
        boolean waiting = alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED;
        respond.setVisible(waiting);
        Duration left =
                Duration.between(now, alarm.raisedAt().plus(alarm.guidance().timeToRespond()));
        respond.pseudoClassStateChanged(OVERDUE, left.isNegative());
        respond.setText(
                left.isNegative()
                        ? "Response overdue by " + Formats.age(left.negated())
                        : "Respond within " + Formats.age(left));
    }
}

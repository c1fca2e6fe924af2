package dev.watchkeeper.app.settings;

import java.time.Duration;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Send test: to whom, a bar and Cancel while the server has not answered, and then its answer. */
final class TrialView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");

    private final FormViewModel form;
    private final ChannelDraft draft;
    private final Button send = new Button("Send test");
    private final Button cancel = new Button("Cancel");
    private final TextField address = new TextField();
    private final ProgressBar bar = new ProgressBar();
    private final Label answer = new Label();
    private final HBox asking = new HBox();

    TrialView(SettingsViewModel model, FormViewModel form, ChannelDraft draft) {
        this.form = form;
        this.draft = draft;
        getStyleClass().add("trial");
        send.setId("send-test");
        send.setOnAction(event -> model.test());
        cancel.setId("cancel-test");
        cancel.setOnAction(event -> model.trial().cancel());
        address.setId("test-address");
        address.textProperty().bindBidirectional(model.testAddressProperty());
        HBox.setHgrow(address, Priority.ALWAYS);
        Label problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        address.textProperty().subscribe(typed -> {
            String sentence = model.testAddressProblem();
            problem.setText(sentence);
            show(problem, !sentence.isEmpty());
            address.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        });
        answer.setId("test-answer");
        answer.getStyleClass().add("test-answer");
        answer.setWrapText(true);
        answer.setMaxWidth(Double.MAX_VALUE);
        asking.getStyleClass().add("trial-line");
        asking.getChildren().addAll(address, send);
        HBox waiting = new HBox(bar, cancel);
        waiting.getStyleClass().add("trial-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(asking, problem, waiting, answer);
        form.fieldsProperty().subscribe(fields -> askFor());
        model.trial().stateProperty().subscribe(state -> {
            boolean sending = state instanceof TrialViewModel.State.Sending;
            send.setDisable(sending);
            show(waiting, sending);
            show(state);
        });
    }

    private void askFor() {
        ChannelKind kind = draft.kind(form.values());
        boolean addressed = !kind.addressLabel().isEmpty();
        address.setPromptText("Send it to, such as " + kind.addressHint());
        show(address, addressed);
    }

    private void show(TrialViewModel.State state) {
        switch (state) {
            case TrialViewModel.State.Idle() -> show(answer, false);
            case TrialViewModel.State.Sending(var since) -> say("Sending; the server has not answered yet.", false);
            case TrialViewModel.State.Cancelled() ->
                say("Not waited for any longer; the message may arrive all the same.", false);
            case TrialViewModel.State.Answered answered -> {
                boolean sent = answered.outcome() == dev.watchkeeper.engine.notify.channel.Delivery.Outcome.SENT;
                say(
                        SettingRows.outcome(answered.outcome()) + " after " + seconds(answered.took())
                                + ". The answer: " + answered.answer(),
                        sent);
                answer.pseudoClassStateChanged(WRONG, !sent);
            }
        }
    }

    private void say(String sentence, boolean sent) {
        answer.setText(sentence);
        answer.pseudoClassStateChanged(SENT, sent);
        answer.pseudoClassStateChanged(WRONG, false);
        show(answer, true);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

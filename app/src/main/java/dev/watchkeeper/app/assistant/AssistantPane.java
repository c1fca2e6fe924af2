package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The assistant as the shell sees it: a pane that can stand beside every screen. FX application thread only. */
public final class AssistantPane {
    private final AssistantViewModel model;
    private final AssistantPanel panel;

    /** @param close what the pane's closing does */
    public AssistantPane(
            AssistantPorts ports,
            ScreenContext context,
            Navigator navigator,
            TextClipboard clipboard,
            String user,
            boolean readOnly,
            Runnable close) {
        model = new AssistantViewModel(ports, context, user, readOnly);
        panel = new AssistantPanel(
                model,
                navigator,
                clipboard,
                context.formats(),
                context.clock(),
                close,
                new DocumentViewModel(ports.documents().reader(), context));
    }

    public Parent root() {
        return panel;
    }

    /** Which screen stands beside it. */
    public void beside(ScreenId screen) {
        model.beside(screen);
    }

    /** Which alarm is selected on the screen of alarms; null where none is. */
    public void selected(@Nullable AlarmId alarm) {
        model.selected(alarm);
    }

    /** Makes ready what the first answer would wait for, in the background. */
    public void warmUp() {
        model.warmUp();
    }

    /** Opens the document that the last answer cites first, as soon as there is one. */
    public void openCitation() {
        panel.openCitation();
    }

    /** Puts the cursor where questions are typed. */
    public void focus() {
        panel.focus();
    }

    /** Asks in the conversation that is shown. */
    public void ask(String question) {
        model.ask(question);
    }

    /** Asks why an alarm fired. */
    public void ask(AlarmId alarm) {
        model.ask("Why did this alarm fire?", new Context(null, alarm, null, List.of(), null));
    }

    /** Asks about some sensors over a span. */
    public void ask(List<SensorId> sensors, TimeSpan span) {
        model.ask("Show this", new Context(null, null, null, sensors, span));
    }

    /** Whether no answer is being made. */
    public boolean ready() {
        return !model.busyProperty().get() && panel.drawn();
    }
}

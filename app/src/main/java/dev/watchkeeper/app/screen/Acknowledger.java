package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acknowledges alarms for a user, in the background: the store may take its time. Called on the UI thread. */
public final class Acknowledger {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

    private final Alarms alarms;
    private final String user;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param user who sits at this console, as far as it knows */
    public Acknowledger(Alarms alarms, String user, Executor background, Executor ui) {
        this.alarms = alarms;
        this.user = user;
        this.background = background;
        this.ui = ui;
    }

    public String user() {
        return user;
    }

    /** What went wrong with the last one, in one sentence; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Acknowledges an alarm. The alarm's listeners hear of the success, {@link #problemProperty} tells of a failure.
     */
    public void acknowledge(AlarmId alarm, String by, String note) {
        String who = by.isBlank() ? user : by.strip();
        background.execute(() -> {
            String outcome = "";
            try {
                alarms.acknowledge(alarm, who, note.strip());
            } catch (RuntimeException e) {
                LOG.warn("alarm {} could not be acknowledged", alarm, e);
                outcome = "The alarm could not be acknowledged: " + e.getMessage()
                        + ". It stays unacknowledged; try again.";
            }
            String sentence = outcome;
            ui.execute(() -> problem.set(sentence));
        });
    }
}

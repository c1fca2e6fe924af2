package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.fx.PngFile;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what a trend shows to a file that the user names, in the background; then says in one sentence how it went.
 * UI thread.
 */
final class TrendExport {
    private static final Logger LOG = LoggerFactory.getLogger(TrendExport.class);

    private final CsvExport csv;
    private final SavePrompt prompt;
    private final ScreenContext context;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    TrendExport(CsvExport csv, SavePrompt prompt, ScreenContext context) {
        this.csv = csv;
        this.prompt = prompt;
        this.context = context;
    }

    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    void saveCsv(List<SensorId> sensors, TimeSpan span) {
        prompt.ask("Save the readings", "watchkeeper-trend.csv")
                .ifPresent(file -> run(() -> csv.write(sensors, span, file) + " readings saved to " + file + "."));
    }

    void savePng(Image image) {
        prompt.ask("Save the picture", "watchkeeper-trend.png")
                .ifPresent(file -> run(() -> {
                    PngFile.write(image, file);
                    return "Picture saved to " + file + ".";
                }));
    }

    private void run(Supplier<String> save) {
        outcome.set("Saving …");
        context.background().execute(() -> {
            String sentence;
            try {
                sentence = save.get();
            } catch (RuntimeException e) {
                LOG.warn("a trend could not be saved", e);
                sentence = "Not saved: " + e.getMessage() + ". Choose another folder and try again.";
            }
            String result = sentence;
            context.ui().execute(() -> outcome.set(result));
        });
    }
}

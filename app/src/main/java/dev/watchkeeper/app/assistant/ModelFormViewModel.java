package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.assistant.model.ModelSettings;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the language model. Called on the UI thread; one thing at a time is done in the background. */
final class ModelFormViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFormViewModel.class);

    private final LanguageModels models;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<ModelSettings> settings = new ReadOnlyObjectWrapper<>(ModelSettings.OFF);
    private final ReadOnlyObjectWrapper<List<String>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    ModelFormViewModel(LanguageModels models, ScreenContext context) {
        this.models = models;
        this.context = context;
    }

    ReadOnlyObjectProperty<ModelSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** What came of the last thing that was done; empty while nothing was. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void load() {
        run(() -> {
            ModelSettings now = models.settings();
            return () -> settings.set(now);
        });
    }

    void list(ModelSettings form, String key) {
        run(() -> {
            List<String> names = models.models(form, key);
            return () -> {
                offered.set(names);
                sentence.set(
                        names.isEmpty()
                                ? "The server has no model yet."
                                : "The server has " + names.size() + " models: choose one.");
            };
        });
    }

    void test(ModelSettings form, String key) {
        run(() -> {
            String said = models.test(form, key);
            return () -> sentence.set(said);
        });
    }

    void save(ModelSettings form, String key) {
        run(() -> {
            models.save(form.checked(), key);
            return () -> {
                settings.set(form);
                sentence.set(
                        form.on()
                                ? "Saved. " + form.model() + " tells the next answer."
                                : "Saved. Answers come without a language model.");
            };
        });
    }

    private void run(Supplier<Runnable> work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        sentence.set("");
        try {
            context.background().execute(() -> {
                Runnable done;
                try {
                    done = work.get();
                } catch (RuntimeException e) {
                    LOG.info("The language model could not be set up: {}", e.getMessage());
                    done = () -> sentence.set(String.valueOf(e.getMessage()));
                }
                Runnable last = done;
                context.ui().execute(() -> {
                    busy.set(false);
                    last.run();
                });
            });
        } catch (RejectedExecutionException shuttingDown) {
            busy.set(false);
        }
    }
}

package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.tracking.mlflow.MirrorStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The trainings of the selected asset, and those that are selected side by side. UI thread. */
public final class RunsViewModel {
    private static final int LOOKS_PER_RELOAD = 30;

    private final ModelPorts ports;
    private final AssetSection<Runs> runs;
    private final AssetSection<RunComparison> comparison;
    private final ReadOnlyObjectWrapper<List<RunRow>> selected = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * All rows, and how it stands with the server.
     *
     * @param mirror a sentence; empty where no server is configured
     * @param troubled whether that sentence is bad news
     */
    record Runs(List<RunRow> rows, String mirror, boolean troubled) {
        Runs {
            rows = List.copyOf(rows);
        }
    }

    RunsViewModel(ModelPorts ports, ScreenContext context) {
        this.ports = ports;
        runs = new AssetSection<>("The list of runs", LOOKS_PER_RELOAD, context);
        comparison = new AssetSection<>("The comparison of runs", LOOKS_PER_RELOAD, context);
    }

    ReadOnlyObjectProperty<Load<Runs>> runsProperty() {
        return runs.property();
    }

    /** Of what is selected; of nothing while nothing is. */
    ReadOnlyObjectProperty<Load<RunComparison>> comparisonProperty() {
        return comparison.property();
    }

    ReadOnlyObjectProperty<List<RunRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    void select(List<RunRow> rows) {
        if (!rows.equals(selected.get())) {
            selected.set(List.copyOf(rows));
            comparison.expire();
        }
    }

    void forget() {
        selected.set(List.of());
        runs.forget();
        comparison.forget();
    }

    void expire() {
        runs.expire();
    }

    Subscription attach() {
        return new Subscriptions().add(runs.attach()).add(comparison.attach());
    }

    void look(ModelCard card) {
        runs.look(() -> {
            Optional<MirrorStatus> mirror = ports.mirror().get();
            return new Runs(
                    RunRow.read(ports.models(), ports.tracking(), card),
                    mirror.map(RunsViewModel::sentence).orElse(""),
                    mirror.filter(status -> !status.trouble().isEmpty()).isPresent());
        });
        List<RunRow> rows = selected.get();
        comparison.look(() -> RunComparison.read(ports.tracking(), rows));
    }

    private static String sentence(MirrorStatus status) {
        String waiting = status.queued() == 0 ? "" : " " + ModelWords.count(status.queued(), "change") + " to be sent.";
        if (!status.trouble().isEmpty()) {
            return "MLflow: " + status.trouble() + waiting;
        }
        String server = "MLflow at " + status.server();
        return status.queued() == 0
                ? server + (status.connected() ? " has all runs." : " has not been asked yet.")
                : server + ":" + waiting;
    }
}

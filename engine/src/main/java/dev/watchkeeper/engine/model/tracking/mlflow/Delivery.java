package dev.watchkeeper.engine.model.tracking.mlflow;

import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.ASSET;
import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.CHANGE;

import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MirrorBook;
import dev.watchkeeper.engine.model.tracking.MirrorBook.Place;
import dev.watchkeeper.engine.model.tracking.MirrorBook.Waiting;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.RunBook;
import dev.watchkeeper.engine.model.tracking.RunChange;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings one change to an MLflow server. A change that may have arrived already is looked up there first, so that nothing
 * is there twice.
 */
final class Delivery implements AutoCloseable {
    private final MlflowSettings settings;
    private final RunBook runs;
    private final MirrorBook mirror;
    private final TimedClient client;
    private final MlflowHttp http;
    private final RunsApi runsApi;
    private final ModelsApi modelsApi;
    private final FilesApi filesApi;

    Delivery(MlflowSettings settings, RunBook runs, MirrorBook mirror) {
        this.settings = settings;
        this.runs = runs;
        this.mirror = mirror;
        client = new TimedClient(settings);
        http = new MlflowHttp(settings);
        runsApi = new RunsApi(client, http);
        modelsApi = new ModelsApi(client, http);
        filesApi = new FilesApi(settings, http);
    }

    /** Asks whether the server is well. */
    void ask() throws MlflowFailure {
        MlflowCheck.ask(http, settings);
    }

    /** Sends a change; when this returns, the server has it. */
    void deliver(Waiting waiting) throws MlflowFailure {
        RunChange change = waiting.change();
        if (change instanceof RunChange.AliasDeleted deleted) {
            deleteAlias(deleted.asset(), deleted.alias());
        } else if (change instanceof RunChange.Started started) {
            start(started);
        } else if (change instanceof RunChange.OfRun ofRun) {
            deliver(ofRun, place(ofRun.run()), waiting.tried());
        }
    }

    private void deliver(RunChange.OfRun change, Place place, boolean tried) throws MlflowFailure {
        if (change instanceof RunChange.ParamsLogged logged) {
            runsApi.logParams(place.runId(), logged.params());
        } else if (change instanceof RunChange.MetricsLogged logged) {
            runsApi.logMetrics(
                    place.runId(), tried ? runsApi.missing(place.runId(), logged.points()) : logged.points());
        } else if (change instanceof RunChange.ArtefactLogged logged) {
            Artefact artefact = runs.artefact(logged.run(), logged.path())
                    .orElseThrow(
                            () -> new IllegalStateException("no artefact " + logged.path() + " of " + logged.run()));
            filesApi.put(place.files(), artefact);
        } else if (change instanceof RunChange.Signed signed) {
            sign(signed, place);
        } else if (change instanceof RunChange.Finished finished) {
            removeDoubles(finished.run(), place);
            runsApi.finish(place.runId(), finished.status(), finished.at());
        } else if (change instanceof RunChange.Registered registered) {
            register(existing(registered.run()), place);
        } else if (change instanceof RunChange.AliasSet set) {
            setAlias(existing(set.run()), set.alias(), place);
        }
    }

    private void start(RunChange.Started started) throws MlflowFailure {
        String name = Names.of(settings, started.asset());
        Map<String, String> assetTag = Map.of(Names.ASSET_TAG, started.asset().value());
        try {
            String experiment = runsApi.experiment(name, assetTag);
            List<Place> there = runsApi.find(experiment, started.run());
            Place place = there.isEmpty()
                    ? runsApi.create(experiment, "v" + started.modelNumber(), started.startedAt(), tags(started))
                    : there.get(0);
            mirror.place(settings.key(), started.run(), place);
        } catch (MlflowFailure failure) {
            // Without its run nothing else of it could be sent, so it waits whatever the reason.
            throw failure.reach() == CHANGE ? failure.reaching(ASSET) : failure;
        }
    }

    private static Map<String, String> tags(RunChange.Started started) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(Names.RUN_TAG, started.run().value());
        tags.put(Names.ASSET_TAG, started.asset().value());
        tags.put(Names.NUMBER_TAG, Integer.toString(started.modelNumber()));
        tags.put("mlflow.user", started.startedBy());
        tags.put("mlflow.source.name", "Watchkeeper");
        tags.put("mlflow.source.type", "JOB");
        return tags;
    }

    /** A server that was slow beyond the deadline may have made the run once more than it was asked to. */
    private void removeDoubles(RunId run, Place place) throws MlflowFailure {
        for (Place other : runsApi.find(place.experimentId(), run)) {
            if (!other.runId().equals(place.runId())) {
                runsApi.delete(other.runId());
            }
        }
    }

    private void sign(RunChange.Signed signed, Place place) throws MlflowFailure {
        MlModel model = new MlModel(existing(signed.run()), place.runId());
        filesApi.put(place.files(), Artefact.text(MlModel.PATH, model.file(signed.signature())));
        runsApi.setTags(place.runId(), Map.of(MlModel.HISTORY_TAG, model.history()));
    }

    private void register(TrackedRun run, Place place) throws MlflowFailure {
        String model = Names.of(settings, run.asset());
        modelsApi.ensure(
                model,
                "Models of " + run.asset(),
                Map.of(Names.ASSET_TAG, run.asset().value()));
        List<String> there = modelsApi.versions(model, place.runId());
        String number = Integer.toString(run.modelNumber());
        String version = there.isEmpty()
                ? modelsApi.create(
                        model,
                        place.files() + "/" + Artefact.MODEL_FOLDER,
                        place.runId(),
                        "Version " + number + " of the model of " + run.asset(),
                        Map.of(Names.NUMBER_TAG, number))
                : there.get(0);
        for (String other : there) {
            if (!other.equals(version)) {
                modelsApi.delete(model, other);
            }
        }
        mirror.place(settings.key(), run.id(), place.withVersion(version));
    }

    /** What another version has taken over since is not sent: its own change follows or has been sent. */
    private void setAlias(TrackedRun run, ModelAlias alias, Place place) throws MlflowFailure {
        if (!run.aliases().contains(alias)) {
            return;
        }
        if (place.version().isEmpty()) {
            throw new MlflowFailure(
                    CHANGE,
                    "Version " + run.modelNumber() + " of the model of " + run.asset()
                            + " is not registered at MLflow, so it cannot be " + alias.label() + " there; try again.");
        }
        try {
            modelsApi.setAlias(Names.of(settings, run.asset()), alias, place.version());
        } catch (MlflowFailure failure) {
            throw orTooOld(failure);
        }
    }

    private void deleteAlias(AssetId asset, ModelAlias alias) throws MlflowFailure {
        Set<ModelAlias> none = Set.of();
        boolean givenAgain = runs.runs(asset).stream()
                .map(run -> run.registered() ? run.aliases() : none)
                .anyMatch(aliases -> aliases.contains(alias));
        if (givenAgain) {
            return;
        }
        try {
            modelsApi.deleteAlias(Names.of(settings, asset), alias);
        } catch (MlflowFailure failure) {
            throw orTooOld(failure);
        }
    }

    /** Servers before 2.3 know no aliases and answer as to any unknown address. */
    private static MlflowFailure orTooOld(MlflowFailure failure) {
        boolean unknown = (failure.status() == 404 || failure.status() == 405) && failure.isCode("");
        return unknown
                ? new MlflowFailure(
                        CHANGE,
                        "This MLflow server knows no aliases; champion and challenger need version 2.3 or later.")
                : failure;
    }

    private Place place(RunId run) throws MlflowFailure {
        return mirror.place(settings.key(), run)
                .orElseThrow(() -> new MlflowFailure(ASSET, "Run " + run + " is not at MLflow yet; it is sent later."));
    }

    private TrackedRun existing(RunId run) {
        return runs.find(run).orElseThrow(() -> new IllegalStateException("there is no run " + run));
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}

package dev.watchkeeper.engine.model.tracking.mlflow;

import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.CHANGE;

import dev.watchkeeper.engine.model.tracking.Artefact;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Files of runs, sent through the MLflow server, which must serve artefacts as it does by default. */
final class FilesApi {
    private static final String API = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final String PROXIED = "mlflow-artifacts:";

    private final MlflowSettings settings;
    private final MlflowHttp http;

    FilesApi(MlflowSettings settings, MlflowHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /**
     * Sends a file, over one of the same path.
     *
     * @param folder where the run's files are, as the server names it
     */
    void put(String folder, Artefact artefact) throws MlflowFailure {
        URI target = target(folder, artefact.path());
        try {
            http.put(target, content(artefact));
        } catch (MlflowFailure failure) {
            if (failure.status() == 503 && failure.sentence().contains("serve-artifacts")) {
                throw failure.reaching(CHANGE);
            }
            throw failure;
        }
    }

    private URI target(String folder, String path) throws MlflowFailure {
        if (folder.startsWith(PROXIED)) {
            String below = URI.create(folder).getPath().replaceAll("^/+", "");
            return URI.create(settings.server() + API + encoded(below) + "/" + encoded(path));
        }
        if (folder.startsWith("http://") || folder.startsWith("https://")) {
            return URI.create(folder + "/" + encoded(path));
        }
        throw new MlflowFailure(
                CHANGE,
                "MLflow at " + settings.server() + " keeps the files of this run at " + folder
                        + ", where only it can write; start it with --serve-artifacts and an --artifacts-destination,"
                        + " and files of new experiments get there.");
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static BodyPublisher content(Artefact artefact) throws MlflowFailure {
        if (artefact instanceof Artefact.Inline inline) {
            return BodyPublishers.ofByteArray(inline.bytes());
        }
        if (artefact instanceof Artefact.InFile inFile) {
            try {
                return BodyPublishers.ofFile(inFile.file());
            } catch (FileNotFoundException e) {
                throw new MlflowFailure(
                        CHANGE,
                        "File " + inFile.file() + " is gone and was never sent to MLflow; put it back and try again.");
            }
        }
        throw new IllegalStateException("unknown kind of artefact: " + artefact.getClass());
    }
}

package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.train.CatchUp;
import dev.watchkeeper.engine.model.train.PartTrainer;
import dev.watchkeeper.engine.model.train.Trainer;
import dev.watchkeeper.engine.model.train.TrainingException;
import dev.watchkeeper.engine.model.train.TrainingMonitor;
import dev.watchkeeper.engine.model.train.TrainingPlan;
import dev.watchkeeper.engine.signal.Asset;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Makes a version from history: chooses the span, leaves out what people labelled, trains, keeps the file and the run. Thread-safe;
 * works in the calling thread.
 */
final class ModelMaker {
    /** The share of training and measuring in the whole; the rest is catching up. */
    private static final double TRAINING = 0.8;

    private final DeskPorts ports;
    private final Versions versions;
    private final Sensitivity sensitivity;
    private final Trainer trainer;

    ModelMaker(DeskPorts ports, Versions versions, List<PartTrainer> trainers, Sensitivity sensitivity) {
        this.ports = ports;
        this.versions = versions;
        this.sensitivity = sensitivity;
        trainer = new Trainer(ports.history(), trainers, ports.clock());
    }

    /**
     * Makes a version. Its file is on the disk and its run is registered when this returns.
     *
     * @param driftSince event time since which the asset drifts; empty when it does not
     * @throws TrainingException when there is too little to train on
     * @throws dev.watchkeeper.engine.model.leakage.LeakageException when something leaked into training
     * @throws CancellationException when the monitor cancelled
     * @throws IOException when the file cannot be written
     */
    ModelEntry make(Asset asset, RetrainRequest request, Optional<Instant> driftSince, TrainingMonitor monitor)
            throws IOException {
        monitor.progress(0, "Looking at what there is of " + asset.label() + ".");
        SpanChoice choice = SpanChoice.of(ports.history(), asset, request.span(), driftSince);
        Answers.Lesson lesson = ports.answers().lesson(asset.id(), choice.span());
        TrainingPlan plan = plan(asset, choice);
        int number = versions.nextNumber(asset.id());
        TrackedTraining run =
                TrackedTraining.begin(ports.tracking(), asset, number, request, plan, lesson, ports.clock());
        RunStatus outcome = RunStatus.FAILED;
        try {
            TrainingMonitor tracked = tracked(monitor, run);
            ModelVersion measured =
                    trainer.train(asset, plan, lesson.leftOut(), number, TrainingMonitor.of(tracked, 0, TRAINING));
            ModelVersion model = new CatchUp(ports.history(), lesson.leftOut())
                    .goOn(measured, choice.until(), TrainingMonitor.of(tracked, TRAINING, 1));
            Path file = save(model);
            String sentence = choice.sentence() + words(lesson);
            run.made(model, file, sentence);
            outcome = RunStatus.FINISHED;
            return new ModelEntry(
                    asset.id(),
                    number,
                    model.trainedAt(),
                    request.by(),
                    request.cause(),
                    choice.span(),
                    sentence,
                    model.summary(),
                    model.leakage(),
                    false,
                    run.run());
        } catch (CancellationException e) {
            outcome = RunStatus.KILLED;
            throw e;
        } finally {
            if (outcome != RunStatus.FINISHED) {
                run.ended(outcome);
            }
        }
    }

    private TrainingPlan plan(Asset asset, SpanChoice choice) {
        try {
            return TrainingPlan.of(choice.span(), choice.usualInterval(), sensitivity);
        } catch (IllegalArgumentException e) {
            throw new TrainingException("The history of " + asset.label() + " from "
                    + choice.span().start() + " to " + choice.span().end()
                    + " is too short for training and validation with a gap between them. Choose a longer span.");
        }
    }

    private Path save(ModelVersion model) throws IOException {
        try {
            return ports.files().save(model);
        } catch (FileAlreadyExistsException e) {
            throw new TrainingException("Version " + model.number() + " of the model of " + model.asset()
                    + " was imported while it was trained. Train again.");
        }
    }

    private static String words(Answers.Lesson lesson) {
        StringBuilder words = new StringBuilder();
        int left = lesson.leftOut().stretches().size();
        if (left > 0) {
            words.append(left == 1 ? " 1 span" : " " + left + " spans")
                    .append(" labelled as anomaly or maintenance left out.");
        }
        if (lesson.keptAsNormal() > 0) {
            words.append(" ")
                    .append(lesson.keptAsNormal())
                    .append(lesson.keptAsNormal() == 1 ? " alarm" : " alarms")
                    .append(" answered with \"not an anomaly\" learned as normal operation.");
        }
        return words.toString();
    }

    private static TrainingMonitor tracked(TrainingMonitor monitor, TrackedTraining run) {
        return new TrainingMonitor() {
            @Override
            public void progress(double done, String sentence) {
                monitor.progress(done, sentence);
                run.progress(done);
            }

            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }
        };
    }
}

package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The body of a model in bytes, before it is packed. Version 2 adds the drift references; version 1 is read as without. */
final class ModelBody {
    private static final String MAGIC = "WKMB";
    private static final int VERSION = 2;
    private static final int WITH_REFERENCES = 2;

    private ModelBody() {}

    static byte[] write(ModelVersion model) {
        StateWriter raw = new StateWriter(MAGIC, VERSION);
        BodyWriter out = new BodyWriter(raw);
        out.text(model.asset().value());
        raw.putInt(model.number());
        out.time(model.trainedAt());
        out.span(model.split().train());
        out.span(model.split().validation());
        out.span(model.split().test());
        out.duration(model.split().gap().embargo());
        out.duration(model.split().gap().purge());
        raw.putDouble(model.sensitivity().falseAlarmsPerDay());
        out.list(model.parts(), part -> writePart(out, part));
        out.list(model.scalers(), scaler -> {
            out.sensor(scaler.sensor());
            out.span(scaler.fittedOn());
            raw.putLong(scaler.samples());
            raw.putDouble(scaler.median());
            raw.putDouble(scaler.spread());
        });
        out.list(model.grades(), grade -> GradeBody.write(out, grade));
        LeakageReport.Checked checked = model.leakage().checked();
        raw.putInt(checked.windows());
        raw.putInt(checked.readings());
        raw.putInt(checked.fitted());
        raw.putInt(checked.labels());
        raw.putInt(checked.groups());
        out.list(model.leakage().sentences(), out::text);
        out.list(model.references(), reference -> {
            out.sensor(reference.sensor());
            out.span(reference.fittedOn());
            raw.putBytes(reference.bytes());
        });
        return raw.toBytes();
    }

    private static void writePart(BodyWriter out, TrainedPart part) {
        out.text(part.kind().code());
        out.sensor(part.subject());
        out.span(part.fittedOn());
        out.raw().putBytes(part.snapshot());
        out.duration(part.metrics().measured());
        out.raw().putLong(part.metrics().samples());
        out.raw().putInt(part.metrics().episodes());
        out.list(part.metrics().rates(), rate -> {
            out.raw().putDouble(rate.requestedPerDay());
            out.raw().putLong(rate.observed());
        });
    }

    static ModelVersion read(byte[] body) throws UnreadableModelException {
        try {
            StateReader raw = new StateReader(body, MAGIC, VERSION);
            ModelVersion model = model(new BodyReader(raw));
            raw.end();
            return model;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnreadableModelException(
                    UnreadableModelException.Reason.DAMAGED, "The model is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static ModelVersion model(BodyReader in) {
        AssetId asset = new AssetId(in.text());
        int number = in.raw().getInt();
        Instant trainedAt = in.time();
        TimeSplit split = split(in);
        Sensitivity sensitivity = new Sensitivity(in.raw().getDouble());
        List<TrainedPart> parts = in.list(() -> part(in));
        List<RobustScaler> scalers = in.list(() -> scaler(in));
        List<SensorGrade> grades = in.list(() -> GradeBody.read(in));
        LeakageVerdict leakage = verdict(in);
        List<ReferencePart> references =
                in.raw().version() < WITH_REFERENCES ? List.of() : in.list(() -> reference(in));
        return new ModelVersion(
                asset, number, trainedAt, split, sensitivity, parts, scalers, grades, leakage, references);
    }

    private static ReferencePart reference(BodyReader in) {
        SensorId sensor = in.sensor();
        TimeSpan fittedOn = in.span();
        return new ReferencePart(sensor, fittedOn, in.raw().getBytes());
    }

    private static TimeSplit split(BodyReader in) {
        TimeSpan train = in.span();
        TimeSpan validation = in.span();
        TimeSpan test = in.span();
        Duration embargo = in.duration();
        return new TimeSplit(train, validation, test, new Gap(embargo, in.duration()));
    }

    private static TrainedPart part(BodyReader in) {
        PartKind kind = new PartKind(in.text());
        SensorId subject = in.sensor();
        TimeSpan fittedOn = in.span();
        byte[] snapshot = in.raw().getBytes();
        Duration measured = in.duration();
        long samples = in.raw().getLong();
        int episodes = in.raw().getInt();
        List<RateCheck> rates = in.list(() -> {
            double requestedPerDay = in.raw().getDouble();
            return new RateCheck(requestedPerDay, in.raw().getLong());
        });
        return new TrainedPart(kind, subject, fittedOn, snapshot, new PartMetrics(measured, samples, episodes, rates));
    }

    private static RobustScaler scaler(BodyReader in) {
        SensorId sensor = in.sensor();
        TimeSpan fittedOn = in.span();
        long samples = in.raw().getLong();
        double median = in.raw().getDouble();
        return new RobustScaler(sensor, fittedOn, samples, median, in.raw().getDouble());
    }

    private static LeakageVerdict verdict(BodyReader in) {
        int windows = in.raw().getInt();
        int readings = in.raw().getInt();
        int fitted = in.raw().getInt();
        int labels = in.raw().getInt();
        LeakageReport.Checked checked = new LeakageReport.Checked(
                windows, readings, fitted, labels, in.raw().getInt());
        return new LeakageVerdict(checked, in.list(in::text));
    }
}

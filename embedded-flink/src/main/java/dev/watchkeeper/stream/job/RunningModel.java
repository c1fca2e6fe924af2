package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import java.util.UUID;

/** Which version has a role of an asset, in keyed state. A Flink POJO. */
public final class RunningModel {
    /** The id of the publishing by which it came. */
    public String publishing = "";

    public int number;
    public long trainedAtMillis;
    public double falseAlarmsPerDay;

    /** For Flink. */
    public RunningModel() {}

    static RunningModel of(ModelVersion model, UUID publishing) {
        RunningModel running = new RunningModel();
        running.publishing = publishing.toString();
        running.number = model.number();
        running.trainedAtMillis = model.trainedAt().toEpochMilli();
        running.falseAlarmsPerDay = model.sensitivity().falseAlarmsPerDay();
        return running;
    }

    boolean isFrom(UUID id) {
        return publishing.equals(id.toString());
    }

    boolean isVersion(ModelVersion model) {
        return number == model.number() && trainedAtMillis == model.trainedAt().toEpochMilli();
    }

    Contender contender() {
        return new Contender(number, new Sensitivity(falseAlarmsPerDay));
    }
}

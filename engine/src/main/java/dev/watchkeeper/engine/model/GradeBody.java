package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.model.grade.Grade;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorFacts;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;

/** The part of a model's body that tells of a sensor's grade. */
final class GradeBody {
    private GradeBody() {}

    static void write(BodyWriter out, SensorGrade grade) {
        out.sensor(grade.sensor());
        SensorFacts facts = grade.facts();
        out.raw().putLong(facts.readings());
        out.duration(facts.history());
        out.duration(facts.usualInterval());
        out.raw().putDouble(facts.missingShare());
        out.duration(facts.longestGap());
        out.raw().putDouble(facts.regularShare());
        out.raw().putDouble(facts.stuckShare());
        out.raw().putLong(facts.longestStuckReadings());
        out.raw().putInt(facts.levels());
        out.raw().putDouble(facts.noise());
        out.raw().putDouble(facts.spread());
        out.raw().putDouble(facts.outlierShare());
        out.raw().putDouble(facts.badShare());
        out.list(grade.reasons(), reason -> {
            out.text(reason.kind().name());
            out.text(reason.grade().name());
            out.text(reason.sentence());
        });
    }

    static SensorGrade read(BodyReader in) {
        SensorId sensor = in.sensor();
        SensorFacts facts = facts(in);
        return new SensorGrade(sensor, facts, in.list(() -> {
            GradeReason.Kind kind = GradeReason.Kind.valueOf(in.text());
            Grade grade = Grade.valueOf(in.text());
            return new GradeReason(kind, grade, in.text());
        }));
    }

    private static SensorFacts facts(BodyReader in) {
        long readings = in.raw().getLong();
        Duration history = in.duration();
        Duration usualInterval = in.duration();
        double missingShare = in.raw().getDouble();
        Duration longestGap = in.duration();
        double regularShare = in.raw().getDouble();
        double stuckShare = in.raw().getDouble();
        long longestStuck = in.raw().getLong();
        int levels = in.raw().getInt();
        double noise = in.raw().getDouble();
        double spread = in.raw().getDouble();
        double outlierShare = in.raw().getDouble();
        double badShare = in.raw().getDouble();
        return new SensorFacts(
                readings,
                history,
                usualInterval,
                missingShare,
                longestGap,
                regularShare,
                stuckShare,
                longestStuck,
                levels,
                noise,
                spread,
                outlierShare,
                badShare);
    }
}

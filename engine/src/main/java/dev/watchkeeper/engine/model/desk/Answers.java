package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.train.LeftOut;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.OptionalDouble;

/** What people said of an asset, as far as training needs it. Thread-safe; answers from the local store. */
public interface Answers {
    /** Nobody ever said anything. */
    Answers NONE = new Answers() {
        @Override
        public Lesson lesson(AssetId asset, TimeSpan span) {
            return Lesson.NONE;
        }

        @Override
        public Score score(AssetId asset, TimeSpan span) {
            return new Score(OptionalDouble.empty(), 0);
        }
    };

    /**
     * What follows for training from the labels on a span of event time.
     *
     * @param leftOut what was labelled as an anomaly or as maintenance
     * @param keptAsNormal how many labels say that what was alarmed is normal operation, and so stays in
     */
    record Lesson(LeftOut leftOut, int keptAsNormal) {
        static final Lesson NONE = new Lesson(LeftOut.NOTHING, 0);
    }

    /**
     * How well the alarms fared by the labels.
     *
     * @param f1 empty where nothing was judged
     * @param judged how many alarms and missed spans it rests on
     */
    record Score(OptionalDouble f1, int judged) {}

    Lesson lesson(AssetId asset, TimeSpan span);

    /** Of the alarms that opened in a span of event time. */
    Score score(AssetId asset, TimeSpan span);
}

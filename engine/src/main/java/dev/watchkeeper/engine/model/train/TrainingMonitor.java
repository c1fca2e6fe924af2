package dev.watchkeeper.engine.model.train;

/** Looks on while a model is trained. Called in the thread that trains, often: it must be quick. */
public interface TrainingMonitor {
    /** Looks at nothing and never cancels. */
    TrainingMonitor NONE = new TrainingMonitor() {
        @Override
        public void progress(double done, String sentence) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Tells how far it is.
     *
     * @param done in [0, 1], never less than before
     * @param sentence what is being done, for the operator
     */
    void progress(double done, String sentence);

    /** Whether training is to end at once without a model. May change at any time, in any thread. */
    boolean cancelled();

    /** Tells another of a stretch of the whole, both ends in [0, 1]. */
    static TrainingMonitor of(TrainingMonitor whole, double from, double to) {
        return new TrainingMonitor() {
            @Override
            public void progress(double done, String sentence) {
                whole.progress(from + done * (to - from), sentence);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}

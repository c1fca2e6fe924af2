package dev.watchkeeper.engine.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.store.Store;
import org.junit.jupiter.api.Test;

class LocalTrackingTest extends TrackingContract {
    @Override
    Tracking open(Store opened) {
        return new LocalTracking(opened.runs());
    }

    @Test
    void aLocalRunHasNoLink() {
        RunId run = tracking.start(start(1));

        assertThat(tracking.link(run)).isEmpty();
    }
}

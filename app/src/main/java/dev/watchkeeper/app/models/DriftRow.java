package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.FeatureDrift;

/** A row of the table of drift. */
sealed interface DriftRow {
    /** A sensor, with its newest report. */
    record OfSensor(DriftReport report) implements DriftRow {}

    /** One of its features. */
    record OfFeature(DriftReport report, FeatureDrift drift) implements DriftRow {
        DriftPick pick() {
            return new DriftPick(report.sensor(), drift.feature());
        }
    }
}

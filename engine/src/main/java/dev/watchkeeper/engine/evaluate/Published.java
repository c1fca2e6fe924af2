package dev.watchkeeper.engine.evaluate;

import java.util.List;

/** What others have published of their detectors on the public benchmarks, to stand beside ours. */
final class Published {
    /** Numenta Anomaly Benchmark 1.1, its own table of results: standard, low false positives, low false negatives. */
    static final List<Row> NAB = List.of(
            new Row("ARTime", "74.9", "65.2", "80.4"),
            new Row("Numenta HTM", "70.1", "63.2", "74.3"),
            new Row("CAD OSE", "69.9", "67.0", "73.2"),
            new Row("KNN-CAD", "58.0", "43.4", "64.8"),
            new Row("Random cut forest", "51.7", "38.4", "59.8"),
            new Row("an alarm clock that never looks at the data", "23", "0", "42"));

    /** Skoltech Anomaly Benchmark 0.9, its own table, and two answers without a detector: F1, false alarms, missed. */
    static final List<Row> SKAB = List.of(
            new Row("Conv-AE", "0.784", "13.6", "28.0"),
            new Row("MSET", "0.780", "39.7", "14.1"),
            new Row("PCA T² + Q", "0.758", "26.6", "24.9"),
            new Row("Isolation forest", "0.287", "2.6", "82.9"),
            new Row("every row an alarm", "0.698", "100", "0"),
            new Row("fixed rows 570 to 960, no data at all", "0.923", "8.9", "7.7"));

    private Published() {}

    /** A detector and its three figures. */
    record Row(String detector, String first, String second, String third) {}
}

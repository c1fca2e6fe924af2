package dev.watchkeeper.stream.topic;

/**
 * The names of the topics. All are keyed by asset, so that what belongs to an asset stays in order.
 *
 * @param readings what comes in: readings and end marks of replays, in any quality
 * @param assets descriptions of assets, compacted: the newest of each is kept
 * @param models what is deployed and withdrawn, in chunks, compacted; the partition is chosen by asset, not by key
 * @param rules what people want watched, compacted: the newest of each asset and condition is kept
 * @param scores every reading that was judged, with its score
 * @param detections episodes that detectors opened and closed, and summaries of what the job took in
 * @param drift how far each sensor has moved away from its reference, report by report
 * @param shadow which models the job runs, and how challengers compare, compacted
 * @param rejects records that could not be used, byte for byte, with the reason in their headers
 */
public record Topics(
        String readings,
        String assets,
        String models,
        String rules,
        String scores,
        String detections,
        String drift,
        String shadow,
        String rejects)
        implements java.io.Serializable {
    /** Those of the embedded cluster. */
    public static final Topics STANDARD = new Topics(
            "watchkeeper.readings",
            "watchkeeper.assets",
            "watchkeeper.models",
            "watchkeeper.rules",
            "watchkeeper.scores",
            "watchkeeper.detections",
            "watchkeeper.drift",
            "watchkeeper.shadow",
            "watchkeeper.rejects");
}

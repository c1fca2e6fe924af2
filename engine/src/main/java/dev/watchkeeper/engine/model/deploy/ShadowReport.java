package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.stream.Stream;

/**
 * Champion and challenger side by side, on all readings since both run: totals, which grow with each report. They begin anew
 * when either is replaced.
 *
 * @param championNumber {@value Takeover#NONE} where the detectors that learn as they go are the champion
 * @param over event time, from the first reading that both judged to just after the last
 * @param readings how many readings both judged
 * @param subjects one for each part of the challenger, sensors first
 * @param episodes the newest of both, at most {@value #MOST_EPISODES} of each, in the order in which they opened
 */
public record ShadowReport(
        AssetId asset,
        int championNumber,
        int challengerNumber,
        TimeSpan over,
        long readings,
        List<SubjectComparison> subjects,
        List<ShadowEpisode> episodes)
        implements DeploymentNews {
    /** So many episodes of each of the two are remembered. */
    public static final int MOST_EPISODES = 200;

    /** @throws IllegalArgumentException when a number is out of range */
    public ShadowReport {
        subjects = List.copyOf(subjects);
        episodes = List.copyOf(episodes);
        if (championNumber < Takeover.NONE || challengerNumber <= Takeover.NONE || readings < 0) {
            throw new IllegalArgumentException("a comparison of " + asset + " is not usable: champion " + championNumber
                    + ", challenger " + challengerNumber + ", readings " + readings);
        }
    }

    /** The remembered episodes of one of the two. */
    public Stream<ShadowEpisode> episodes(Role role) {
        return episodes.stream().filter(episode -> episode.role() == role);
    }
}

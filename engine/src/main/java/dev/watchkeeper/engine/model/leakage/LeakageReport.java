package dev.watchkeeper.engine.model.leakage;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model was told what it could not have known. Judges what was used, not what was meant:
 *
 * <ul>
 *   <li>windows of one asset in two parts do not overlap;
 *   <li>windows and readings keep purge gap and embargo;
 *   <li>no reading was used in two parts: what one part used of a sensor lies wholly before what the next one used;
 *   <li>whatever was fitted was fitted on the training part alone;
 *   <li>no asset is in two groups;
 *   <li>labels speak of no time after their part, and those that something was fitted to or measured against were given
 *       before the next part begins.
 * </ul>
 *
 * @param checked how many uses were looked at
 * @param findings what leaks; empty where nothing does
 */
public record LeakageReport(Checked checked, List<LeakageFinding> findings) {
    /** How many of each were looked at. */
    public record Checked(int windows, int readings, int fitted, int labels, int groups) {
        /** @throws IllegalArgumentException when a number is negative */
        public Checked {
            if (windows < 0 || readings < 0 || fitted < 0 || labels < 0 || groups < 0) {
                throw new IllegalArgumentException("less than 0 were looked at: " + windows + ", " + readings + ", "
                        + fitted + ", " + labels + ", " + groups);
            }
        }
    }

    public LeakageReport {
        findings = List.copyOf(findings);
    }

    public static LeakageReport of(DataUse use) {
        List<LeakageFinding> findings = new ArrayList<>(WindowChecks.findings(use));
        findings.addAll(UseChecks.ofReadings(use));
        findings.addAll(UseChecks.ofFitted(use));
        findings.addAll(UseChecks.ofGroups(use));
        findings.addAll(UseChecks.ofLabels(use));
        Checked checked = new Checked(
                use.windows().size(),
                use.readings().size(),
                use.fitted().size(),
                use.labels().size(),
                use.groups().size());
        return new LeakageReport(checked, findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /**
     * Does nothing where nothing leaks.
     *
     * @throws LeakageException when anything does; its message holds the sentence of every finding
     */
    public void failIfLeaking() {
        if (!isClean()) {
            throw new LeakageException(findings);
        }
    }

    /** What is kept with a model and shown. */
    public LeakageVerdict verdict() {
        return new LeakageVerdict(
                checked, findings.stream().map(LeakageFinding::sentence).toList());
    }
}

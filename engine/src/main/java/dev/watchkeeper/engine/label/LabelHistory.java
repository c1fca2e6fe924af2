package dev.watchkeeper.engine.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the record of one label amounts to. */
public final class LabelHistory {
    private LabelHistory() {}

    /**
     * The answer that counts after all these changes: the newest that was not taken back.
     *
     * @param changes of one label, in the order in which they were made
     */
    public static Optional<Label> counting(List<LabelChange> changes) {
        Deque<Label> given = new ArrayDeque<>();
        for (LabelChange change : changes) {
            if (change.action() == LabelChange.Action.PUT) {
                given.push(change.label());
            } else {
                given.poll();
            }
        }
        return Optional.ofNullable(given.peek());
    }
}

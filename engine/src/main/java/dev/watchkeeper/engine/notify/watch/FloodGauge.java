package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.notify.route.FloodPolicy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Tells from the moments at which alarms were raised whether they flood. One thread. */
final class FloodGauge {
    private final FloodPolicy policy;
    private final Deque<Instant> raised;
    private @Nullable Instant since;

    FloodGauge(FloodPolicy policy, Collection<Instant> raised, @Nullable Instant since) {
        this.policy = policy;
        this.raised = new ArrayDeque<>(raised);
        this.since = since;
    }

    FloodGauge copy(FloodPolicy now) {
        return new FloodGauge(now, raised, since);
    }

    void raised(Instant at) {
        passed(at);
        raised.add(at);
        if (since == null && raised.size() > policy.begins()) {
            since = at;
        }
    }

    /** Time has passed. */
    void passed(Instant now) {
        Instant oldest = now.minus(policy.window());
        while (!raised.isEmpty() && !raised.getFirst().isAfter(oldest)) {
            raised.removeFirst();
        }
        if (since != null && raised.size() < policy.ends()) {
            since = null;
        }
    }

    /** When the flood began that goes on; null while there is none. */
    @Nullable Instant since() {
        return since;
    }
}

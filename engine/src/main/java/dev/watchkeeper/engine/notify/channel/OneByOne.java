package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends to several addresses over a channel that takes one at a time. */
final class OneByOne {
    private OneByOne() {}

    /** Tries each address, until the channel proves unusable; the outcome is that which leaves the most to be tried again. */
    static Delivery send(List<String> addresses, Function<String, Delivery> one) {
        List<String> reached = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        Delivery failed = null;
        for (String address : addresses) {
            Delivery each = one.apply(address);
            answers.add(each.answer());
            reached.addAll(each.reached());
            failed = worse(failed, each);
            if (each.outcome() == Outcome.UNAVAILABLE) {
                break;
            }
        }
        String all = String.join("; ", answers);
        return failed == null
                ? Delivery.sent(all, reached)
                : new Delivery(failed.outcome(), all, reached, failed.retryAfterOrNull());
    }

    private static @Nullable Delivery worse(@Nullable Delivery before, Delivery each) {
        boolean counts = each.outcome() != Outcome.SENT && (before == null || each.outcome() != Outcome.REFUSED);
        return counts ? each : before;
    }
}

package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.WireException;

/** That something is not taken in, and why, in one sentence. */
public record Refusal(RejectionReason reason, String detail) {
    public static Refusal of(WireException e) {
        return new Refusal(e.reason(), e.sentence());
    }
}

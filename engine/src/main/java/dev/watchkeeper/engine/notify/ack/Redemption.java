package dev.watchkeeper.engine.notify.ack;

import dev.watchkeeper.engine.alarm.AlarmId;
import java.time.Instant;

/** What came of handing in a code. */
public sealed interface Redemption {
    /** The alarm is acknowledged in the name of a user. */
    record Acknowledged(AlarmId alarm, String user) implements Redemption {}

    /** The code did its work before; the user is who it was given to. */
    record UsedBefore(AlarmId alarm, String user) implements Redemption {}

    /** The code came too late. */
    record Expired(AlarmId alarm, Instant at) implements Redemption {}

    /** No such code was given out. */
    record Unknown() implements Redemption {}

    /** Too many wrong codes came; none is looked at until then. */
    record Barred(Instant until) implements Redemption {}
}

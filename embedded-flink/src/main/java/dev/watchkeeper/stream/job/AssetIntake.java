package dev.watchkeeper.stream.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What an asset has taken in and not yet judged, and its counts. This is where event time is put in order, asset by
 * asset: a reading waits until one of its asset is newer by the allowed lateness, or until it has waited that long.
 *
 * <p>Keyed state: not thread-safe, written with {@link #write}, read with {@link #read}.
 */
final class AssetIntake {
    private static final int VERSION = 1;

    private final PriorityQueue<Incoming> waiting = new PriorityQueue<>(Incoming::inTime);
    private final Deque<Incoming> unknown = new ArrayDeque<>();
    private final Map<String, Long> lastJudged = new HashMap<>();
    private long newestMillis = Long.MIN_VALUE;
    private Counts totals = Counts.NONE;
    private Counts atLastEnd = Counts.NONE;
    private Counts reported = Counts.NONE;

    /** What became of an asset's records. */
    record Counts(long accepted, long late, long rejected) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts minus(Counts other) {
            return new Counts(accepted - other.accepted, late - other.late, rejected - other.rejected);
        }
    }

    /** Puts a reading in line. */
    void await(Incoming reading) {
        waiting.add(reading);
        newestMillis = Math.max(newestMillis, reading.timeMillis);
    }

    /** The next reading that need not wait any more, in the order of event time; null when all others wait. */
    @Nullable Incoming next(long nowMillis, long latenessMillis) {
        Incoming first = waiting.peek();
        if (first == null) {
            return null;
        }
        boolean overtaken = first.timeMillis <= newestMillis - latenessMillis;
        boolean waitedLong = first.arrivedMillis <= nowMillis - latenessMillis;
        return overtaken || waitedLong ? waiting.poll() : null;
    }

    /** All that wait, in the order of event time. */
    List<Incoming> drain() {
        List<Incoming> all = new ArrayList<>(waiting.size());
        for (Incoming one = waiting.poll(); one != null; one = waiting.poll()) {
            all.add(one);
        }
        return all;
    }

    /** Processing time at which {@link #next} has something to give; empty when nothing waits. */
    OptionalLong nextDue(long latenessMillis) {
        Incoming first = waiting.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.arrivedMillis + latenessMillis);
    }

    /** Whether records of sensors that are not described are held back, and end marks behind them. */
    boolean holds() {
        return !unknown.isEmpty();
    }

    int held() {
        return unknown.size();
    }

    /** Holds a record back until its sensor is described, or for good. */
    void hold(Incoming incoming) {
        unknown.add(incoming);
    }

    /** Lets go, in order, of what is held and need not be: end marks once nothing before them is held. */
    List<Incoming> release(Predicate<Incoming> goes) {
        List<Incoming> released = new ArrayList<>();
        boolean holding = false;
        for (var all = unknown.iterator(); all.hasNext(); ) {
            Incoming one = all.next();
            boolean go = one.isEndMark() ? !holding : goes.test(one);
            if (go) {
                released.add(one);
                all.remove();
            } else {
                holding = true;
            }
        }
        return released;
    }

    /** Notes that a reading is judged; false when its sensor has been judged at that time or later already. */
    boolean isNext(Incoming reading) {
        Long last = lastJudged.get(reading.sensor);
        if (last != null && reading.timeMillis <= last) {
            totals = new Counts(totals.accepted, totals.late + 1, totals.rejected);
            return false;
        }
        lastJudged.put(reading.sensor, reading.timeMillis);
        totals = new Counts(totals.accepted + 1, totals.late, totals.rejected);
        return true;
    }

    void countRejected() {
        totals = new Counts(totals.accepted, totals.late, totals.rejected + 1);
    }

    /** The counts since the asset's last end mark; begins to count anew. */
    Counts endRun() {
        Counts run = totals.minus(atLastEnd);
        atLastEnd = totals;
        return run;
    }

    /** Whether the totals have changed since they were last reported. */
    boolean hasNews() {
        return !totals.equals(reported);
    }

    /** The totals, which are hereby reported. */
    Counts report() {
        reported = totals;
        return totals;
    }

    AssetIntake copy() {
        AssetIntake copy = new AssetIntake();
        waiting.forEach(one -> copy.waiting.add(one.copy()));
        unknown.forEach(one -> copy.unknown.add(one.copy()));
        copy.lastJudged.putAll(lastJudged);
        copy.newestMillis = newestMillis;
        copy.totals = totals;
        copy.atLastEnd = atLastEnd;
        copy.reported = reported;
        return copy;
    }

    void write(DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(newestMillis);
        writeAll(waiting, out);
        writeAll(unknown, out);
        out.writeInt(lastJudged.size());
        for (Map.Entry<String, Long> last : lastJudged.entrySet()) {
            out.writeUTF(last.getKey());
            out.writeLong(last.getValue());
        }
        write(totals, out);
        write(atLastEnd, out);
        write(reported, out);
    }

    static AssetIntake read(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("state of an asset's intake has version " + version + ", readable is " + VERSION);
        }
        AssetIntake intake = new AssetIntake();
        intake.newestMillis = in.readLong();
        int waiting = in.readInt();
        for (int i = 0; i < waiting; i++) {
            intake.waiting.add(readOne(in));
        }
        int unknown = in.readInt();
        for (int i = 0; i < unknown; i++) {
            intake.unknown.add(readOne(in));
        }
        int sensors = in.readInt();
        for (int i = 0; i < sensors; i++) {
            intake.lastJudged.put(in.readUTF(), in.readLong());
        }
        intake.totals = readCounts(in);
        intake.atLastEnd = readCounts(in);
        intake.reported = readCounts(in);
        return intake;
    }

    private static void writeAll(Iterable<Incoming> all, DataOutputView out) throws IOException {
        int count = 0;
        for (Incoming ignored : all) {
            count++;
        }
        out.writeInt(count);
        for (Incoming one : all) {
            out.writeUTF(one.asset);
            out.writeUTF(one.sensor);
            out.writeUTF(one.run);
            out.writeLong(one.timeMillis);
            out.writeDouble(one.value);
            out.writeUTF(one.quality);
            out.writeInt(one.partition);
            out.writeLong(one.offset);
            out.writeLong(one.arrivedMillis);
        }
    }

    private static Incoming readOne(DataInputView in) throws IOException {
        Incoming one = new Incoming();
        one.asset = in.readUTF();
        one.sensor = in.readUTF();
        one.run = in.readUTF();
        one.timeMillis = in.readLong();
        one.value = in.readDouble();
        one.quality = in.readUTF();
        one.partition = in.readInt();
        one.offset = in.readLong();
        one.arrivedMillis = in.readLong();
        return one;
    }

    private static void write(Counts counts, DataOutputView out) throws IOException {
        out.writeLong(counts.accepted());
        out.writeLong(counts.late());
        out.writeLong(counts.rejected());
    }

    private static Counts readCounts(DataInputView in) throws IOException {
        return new Counts(in.readLong(), in.readLong(), in.readLong());
    }
}

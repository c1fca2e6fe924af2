package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.testing.ForkedJvm;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A process that raises one alarm after the other until it is killed, and prints how many are committed. */
final class AlarmWriter {
    static final Instant FIRST = Instant.parse("2026-03-01T03:00:00Z");

    private AlarmWriter() {}

    public static void main(String[] arguments) {
        Store store = Store.open(Path.of(arguments[0]));
        AlarmDesk desk = new AlarmDesk(
                store.alarms(),
                new KnownAssets(store.assets()),
                AlarmPolicy.STANDARD,
                InstantSource.fixed(FIRST.plusSeconds(2)));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Episode episode = new Episode(FIRST.plusSeconds(i));
            desk.accept(List.of(episode.opened(0.9)), new StreamPosition("detections", 0, i + 1));
            System.out.println("committed " + (i + 1));
        }
        System.out.println("done");
        ForkedJvm.waitToBeKilled();
    }
}

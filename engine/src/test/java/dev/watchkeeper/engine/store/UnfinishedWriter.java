package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.testing.ForkedJvm;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.util.List;

/** A process that commits one position, writes many more without committing, says so, and waits to be killed. */
final class UnfinishedWriter {
    private static final int ROWS = 20_000;

    private UnfinishedWriter() {}

    public static void main(String[] arguments) {
        Store store = Store.open(Path.of(arguments[0]));
        store.positions().save("committed", List.of(new StreamPosition("readings", 0, 1)));
        store.jdbi().useTransaction(handle -> {
            for (int i = 0; i < ROWS; i++) {
                H2PositionBook.save(handle, "unfinished", List.of(new StreamPosition("readings", i, i)));
            }
            // Another transaction that commits makes H2 write out what it holds in memory.
            store.positions().save("committed", List.of(new StreamPosition("readings", 0, 2)));
            System.out.println("written but not committed");
            ForkedJvm.waitToBeKilled();
        });
    }
}

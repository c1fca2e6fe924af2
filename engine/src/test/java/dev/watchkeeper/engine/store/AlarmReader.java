package dev.watchkeeper.engine.store;

import java.nio.file.Path;

/** A process that prints how many alarms are open, then ends. */
final class AlarmReader {
    private AlarmReader() {}

    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[0]))) {
            System.out.println("open " + store.alarms().open().size());
        }
    }
}

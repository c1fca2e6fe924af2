package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.AlarmBookContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2AlarmBookTest extends AlarmBookContract {
    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected AlarmBook book() {
        return store.alarms();
    }
}

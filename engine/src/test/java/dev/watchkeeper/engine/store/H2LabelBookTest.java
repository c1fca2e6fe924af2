package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.label.LabelBook;
import dev.watchkeeper.engine.label.LabelBookContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2LabelBookTest extends LabelBookContract {
    @TempDir
    private Path directory;

    private Store store;
    private Store other;

    @BeforeEach
    void open() {
        store = Store.open(directory);
        other = Store.open(directory);
    }

    @AfterEach
    void close() {
        other.close();
        store.close();
    }

    @Override
    protected LabelBook book() {
        return store.labels();
    }

    @Override
    protected LabelBook again() {
        return other.labels();
    }
}

package dev.watchkeeper.engine.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.alarm.rule.Pump;
import dev.watchkeeper.engine.alarm.rule.RuleBook;
import dev.watchkeeper.engine.alarm.rule.RuleBookContract;
import dev.watchkeeper.engine.alarm.rule.RuleVersion;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import java.nio.file.Path;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RuleBookTest extends RuleBookContract {
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
    protected RuleBook book() {
        return store.rules();
    }

    @Test
    void aVersionCannotBeChangedAfterwards() {
        var high = Pump.limit(Level.HIGH, 6, 0);
        book().add(new RuleVersion(high.id(), 1, high, "ada", Instant.EPOCH, ""));

        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() ->
                        store.jdbi().useHandle(handle -> handle.execute("UPDATE alarm_rule_version SET who = 'x'")))
                .withMessageContaining("never changed");
    }
}

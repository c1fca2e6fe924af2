package dev.watchkeeper.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.NoAssets;
import dev.watchkeeper.engine.live.DeviceChange;
import dev.watchkeeper.engine.live.DeviceState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal cannot be edited; where somebody does it past the program, it shows. */
class JournalTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void writeAFewLines() {
        store = Store.open(directory);
        AlarmDesk desk = new AlarmDesk(store.alarms(), new NoAssets(), AlarmPolicy.STANDARD, InstantSource.fixed(NOW));
        Episode episode = new Episode(NOW.minusSeconds(60));
        desk.accept(List.of(episode.opened(0.9)));
        desk.acknowledge(episode.alarm(), "ada", "seen");
        desk.note(episode.alarm(), "strainer ordered", "ada");
        store.devices()
                .append(List.of(new DeviceChange(
                        Episode.PRESSURE, DeviceState.FAILURE, NOW, "Nothing has arrived.", "Check the transmitter.")));
        desk.shelve(AlarmSource.all(Episode.PRESSURE.asset()), false, NOW.plusSeconds(60), "ada", "known");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aJournalThatNobodyTouchedIsIntactAlsoAfterARestart() {
        store.close();
        store = Store.open(directory);

        assertThat(store.alarms().checkJournal()).isEqualTo(JournalCheck.intact(4));
    }

    @Test
    void changingOrTakingAwayALineIsRefused() {
        for (String edit : List.of(
                "UPDATE journal SET who = 'bob' WHERE kind = 'ACKNOWLEDGED'",
                "DELETE FROM journal WHERE kind = 'ACKNOWLEDGED'",
                "UPDATE suppression_change SET who = 'bob'",
                "DELETE FROM suppression_change",
                "UPDATE device_change SET why = 'tea'",
                "DELETE FROM device_change")) {
            assertThatExceptionOfType(JdbiException.class)
                    .as(edit)
                    .isThrownBy(() -> execute(edit))
                    .withMessageContaining("never changed");
        }
        assertThat(store.alarms().checkJournal().damage()).isEmpty();
    }

    @Test
    void aLineThatWasChangedPastTheProgramIsFound() {
        execute("DROP TRIGGER journal_append_only");
        execute("UPDATE journal SET who = 'bob' WHERE kind = 'ACKNOWLEDGED'");

        assertThat(store.alarms().checkJournal().damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("line 2"));
    }

    @Test
    void aLineThatWasTakenOutPastTheProgramIsFound() {
        execute("DROP TRIGGER journal_append_only");
        execute("DELETE FROM journal WHERE kind = 'ACKNOWLEDGED'");

        assertThat(store.alarms().checkJournal().damage())
                .hasValueSatisfying(damage -> assertThat(damage).startsWith("line 3"));
    }

    @Test
    void linesThatAreMissingAtTheEndAreFound() {
        execute("DROP TRIGGER journal_append_only");
        execute("DELETE FROM journal WHERE kind IN ('NOTED', 'SHELVED')");

        assertThat(store.alarms().checkJournal().damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("2 lines, but 4 were written"));
    }

    private void execute(String sql) {
        store.jdbi().useHandle(handle -> handle.execute(sql));
    }
}

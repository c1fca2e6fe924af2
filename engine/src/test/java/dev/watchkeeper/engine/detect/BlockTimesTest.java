package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import org.junit.jupiter.api.Test;

class BlockTimesTest {
    private static final long START = 1_700_000_000_123L;
    private static final long DAY = 86_400_000;

    private final BlockTimes times = new BlockTimes(4);
    private int place;

    @Test
    void aBlockBeganWhenItWasSaidToAndOlderOnesAreForgotten() {
        add(START);
        add(START + 1);
        add(START + 7);
        add(START + 7 + 20 * DAY);
        add(START + 8 + 20 * DAY);

        assertThat(times.start(newest(), 0)).isEqualTo(START + 8 + 20 * DAY);
        assertThat(times.start(newest(), 1)).isEqualTo(START + 7 + 20 * DAY);
        assertThat(times.start(newest(), 2)).isEqualTo(START + 7);
        assertThat(times.start(newest(), 3)).isEqualTo(START + 1);
        assertThat(times.start(newest(), 4)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void beforeTheFirstBlockNothingIsKnown() {
        assertThat(times.start(0, 0)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aGapOfMonthsIsKnownToTheSecond() {
        add(START);
        add(START + 300 * DAY + 999);
        add(START + 301 * DAY);

        assertThat(times.start(newest(), 2)).isBetween(START - 1_000, START + 1_000);
        assertThat(times.start(newest(), 1)).isBetween(START + 300 * DAY - 1, START + 300 * DAY + 1_999);
    }

    @Test
    void aBlockThatSeemsToBeginBeforeTheOneBeforeItBeginsWithIt() {
        add(START);
        add(START - 500);

        assertThat(times.start(newest(), 0)).isEqualTo(START);
        assertThat(times.start(newest(), 1)).isEqualTo(START);
    }

    @Test
    void restoredTheyAreTheSameWhereverTheBlocksLieNow() {
        for (int i = 0; i < 7; i++) {
            add(START + (long) i * i * DAY);
        }
        StateWriter out = new StateWriter("TEST", 1);
        times.write(out, newest());

        BlockTimes copy = new BlockTimes(4);
        copy.read(new StateReader(out.toBytes(), "TEST", 1), 1);

        for (int age = 0; age < 5; age++) {
            assertThat(copy.start(1, age)).isEqualTo(times.start(newest(), age));
        }
    }

    private void add(long startMillis) {
        times.add(place, startMillis);
        place = (place + 1) % 4;
    }

    private int newest() {
        return Math.floorMod(place - 1, 4);
    }
}

package dev.watchkeeper.engine.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PumpTest {
    private static final ProcessFaults NONE = ProcessFaults.none(Instant.EPOCH);

    @Test
    void keepsTheAffinityLaws() {
        Pump slow = pump(0.7);
        Pump fast = pump(1);

        double flow = fast.flowAgainst(30, 0);

        assertThat(slow.flowAgainst(30 * 0.7 * 0.7, 0)).isCloseTo(0.7 * flow, within(1e-9));
    }

    @Test
    void givesLessFlowAgainstMoreHead() {
        Pump pump = pump(0.9);

        double last = Double.MAX_VALUE;
        for (double head = 0; head <= 30; head += 2) {
            double flow = pump.flowAgainst(head, 3);
            assertThat(flow).isPositive().isLessThan(last);
            last = flow;
        }
    }

    @Test
    void givesNoFlowAgainstMoreThanItsShutOffHead() {
        assertThat(pump(1).flowAgainst(Pump.SHUT_OFF_HEAD + 3.01, 3)).isZero();
    }

    @Test
    void addsTheHeadOfItsCurve() {
        Pump pump = pump(0.9);
        pump.settle(25, 3.2, 20);

        double onCurve = 0.81 * Pump.SHUT_OFF_HEAD - 10 * Math.pow(pump.flow() / Pump.BEST_FLOW, 2);

        assertThat(pump.head()).isCloseTo(onCurve, within(0.2));
    }

    @Test
    void drawsMoreCurrentTheFasterItRuns() {
        double last = 0;
        for (double speed = 0.8; speed <= 1.05; speed += 0.05) {
            Pump pump = pump(speed);
            pump.settle(25, 3.2, 20);
            assertThat(pump.measure("motor-current")).isGreaterThan(last);
            last = pump.measure("motor-current");
        }
    }

    @Test
    void runsSmoothestAtItsBestPoint() {
        Pump best = pump(1);
        Pump throttled = pump(1);

        best.settle(34, 3.2, 20);
        throttled.settle(43, 3.2, 20);

        assertThat(best.flow()).isCloseTo(Pump.BEST_FLOW, within(25.0));
        assertThat(throttled.measure("vibration-drive-end")).isGreaterThan(best.measure("vibration-drive-end") + 0.3);
    }

    @Test
    void warmsItsBearingWithALag() {
        Pump pump = pump(0.7);
        pump.settle(18, 3.2, 20);
        double cold = pump.measure("bearing-temperature");

        pump.prepare(NONE, 1);
        pump.settle(18, 3.2, 20);
        double atOnce = pump.measure("bearing-temperature");
        for (int second = 0; second < 3_600; second++) {
            pump.settle(18, 3.2, 20);
        }

        assertThat(atOnce - cold).isPositive().isLessThan(0.1);
        assertThat(pump.measure("bearing-temperature")).isCloseTo(44, within(0.1));
    }

    private static Pump pump(double speed) {
        Pump pump = new Pump("P-101", 1, 1, 17);
        pump.prepare(NONE, speed);
        return pump;
    }
}

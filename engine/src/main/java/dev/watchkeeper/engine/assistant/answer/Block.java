package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;

/** A part of an answer, from top to bottom. */
public sealed interface Block {
    /**
     * A paragraph.
     *
     * @param sources the answer's sources that it rests on, counted from 0
     */
    record Text(String text, List<Integer> sources) implements Block {
        public Text {
            sources = List.copyOf(sources);
        }
    }

    /** What a document says, word for word. */
    record Quote(String text, int source) implements Block {}

    /**
     * Rows under heads.
     *
     * @param rows each as long as the heads
     */
    record Table(List<String> heads, List<List<String>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Curves over one span. */
    record Chart(List<Curve> curves, TimeSpan span) implements Block {
        public Chart {
            curves = List.copyOf(curves);
        }
    }

    /** One sensor's course, in the order of time. */
    record Curve(SensorId sensor, String label, String unit, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** The lowest and the highest value from a moment on. */
    record Point(Instant at, double low, double high) {}
}

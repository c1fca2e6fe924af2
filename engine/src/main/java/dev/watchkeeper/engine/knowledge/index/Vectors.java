package dev.watchkeeper.engine.knowledge.index;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The vectors of a passage and of its sentences, eight bits a number with one scale for each vector, so that a scalar product is
 * right to about half a hundredth.
 *
 * @param bytes for each vector a scale of four bytes and its numbers; the first is the passage's, the others its sentences'
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
public record Vectors(byte[] bytes) {
    private static final int STEPS = 127;

    /** Packs vectors of the same length. */
    static Vectors of(List<float[]> vectors) {
        int dimensions = vectors.get(0).length;
        ByteBuffer bytes = ByteBuffer.allocate(4 + vectors.size() * (4 + dimensions));
        bytes.putInt(dimensions);
        for (float[] vector : vectors) {
            float largest = 0;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            float scale = largest / STEPS;
            bytes.putFloat(scale);
            for (float value : vector) {
                bytes.put((byte) (scale == 0 ? 0 : Math.round(value / scale)));
            }
        }
        return new Vectors(bytes.array());
    }

    /** How many there are: one more than sentences. */
    public int count() {
        return (bytes.length - 4) / (4 + dimensions());
    }

    /**
     * How alike one of them and another vector are, in [-1, 1].
     *
     * @param index 0 for the passage, from 1 on its sentences
     */
    public float cosine(int index, float[] other) {
        int dimensions = dimensions();
        int offset = 4 + index * (4 + dimensions);
        float scale = ByteBuffer.wrap(bytes).getFloat(offset);
        int first = offset + 4;
        float sum = 0;
        for (int i = 0; i < dimensions; i++) {
            sum += bytes[first + i] * other[i];
        }
        return sum * scale;
    }

    private int dimensions() {
        return ByteBuffer.wrap(bytes).getInt(0);
    }
}

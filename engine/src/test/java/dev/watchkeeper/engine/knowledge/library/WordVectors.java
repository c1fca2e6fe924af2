package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.embed.Embedder;
import dev.watchkeeper.engine.knowledge.index.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Vectors by words alone, in no time, and a record of what was embedded. */
final class WordVectors implements Embedder {
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable before = () -> {};

    @Override
    public float[] embed(String text) {
        before.run();
        texts.add(text);
        float[] vector = new float[DIMENSIONS];
        vector[0] = 0.1f;
        for (String word : Words.of(text)) {
            vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += 1;
        }
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /** Runs before each text from now on. */
    void before(Runnable what) {
        before = what;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    void forget() {
        texts.clear();
    }
}

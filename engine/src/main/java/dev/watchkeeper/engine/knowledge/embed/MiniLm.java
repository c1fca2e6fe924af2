package dev.watchkeeper.engine.knowledge.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2 with weights of eight bits, run by ONNX Runtime: the mean of the last layer over all pieces, brought to
 * length 1 (Reimers and Gurevych 2019). The model is loaded at its first use, in about a second, and let go by {@link #close};
 * the next use loads it again. Each text is run by itself: the scale of the eight bits is that of the whole batch, so that in a
 * batch a text's vector would depend on its neighbours.
 */
public final class MiniLm implements Embedder, AutoCloseable {
    /** Longer texts add little to the vector of their beginning: the model was trained on 128 pieces and is run with 256 at most. */
    private static final int MOST_PIECES = 256;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final Path directory;
    private final int threads;
    /** Shared by those who run the model, held alone by who lets it go: its memory is not the JVM's. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private final AtomicLong uses = new AtomicLong();
    private @Nullable Loaded loaded;

    private record Loaded(WordPieces words, OrtEnvironment environment, OrtSession session) {}

    /**
     * Loads nothing yet.
     *
     * @param directory where the machine code of the runtime is unpacked to
     * @param threads how many threads share the work on one text
     */
    public MiniLm(Path directory, int threads) {
        this.directory = directory;
        this.threads = threads;
    }

    /** Loads the model now, in the calling thread, where it is not loaded yet. */
    public void load() {
        loaded();
    }

    @Override
    public float[] embed(String text) {
        uses.incrementAndGet();
        use.readLock().lock();
        try {
            return run(loaded(), text);
        } finally {
            use.readLock().unlock();
        }
    }

    private static float[] run(Loaded model, String text) {
        long[] pieces = model.words().encode(text, MOST_PIECES);
        long[] shape = {1, pieces.length};
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(pieces), shape);
                OnnxTensor mask = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(new long[pieces.length]), shape);
                OrtSession.Result result = model.session()
                        .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.length);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed on a text: " + e.getMessage(), e);
        }
    }

    private static float[] mean(FloatBuffer layer, int pieces) {
        float[] sum = new float[DIMENSIONS];
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += layer.get();
            }
        }
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    /** How many texts have been embedded since the start; by it can be seen whether the model is still needed. */
    public long uses() {
        return uses.get();
    }

    private synchronized Loaded loaded() {
        Loaded current = loaded;
        if (current == null) {
            current = read();
            loaded = current;
        }
        return current;
    }

    private Loaded read() {
        try (InputStream tokenizer = resource(TOKENIZER);
                InputStream model = resource(MODEL)) {
            NativeParts.useFrom(directory);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                // Texts differ in length; arenas and patterns kept for each of them would hold some 150 MB.
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                // A thread that spins for work takes a core from detection.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                return new Loaded(
                        WordPieces.read(tokenizer),
                        environment,
                        environment.createSession(model.readAllBytes(), options));
            }
        } catch (IOException | OrtException | UnsatisfiedLinkError e) {
            throw new IllegalStateException("the sentence model cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLm.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("the sentence model " + name + " is not on the class path");
        }
        return stream;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            letGo();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be let go", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private synchronized void letGo() throws OrtException {
        Loaded current = loaded;
        loaded = null;
        if (current != null) {
            current.session().close();
        }
    }
}

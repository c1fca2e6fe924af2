package dev.watchkeeper.engine.evaluate;

import com.amazon.randomcutforest.RandomCutForest;
import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.NoveltyDetector;
import dev.watchkeeper.engine.detect.asset.AssetDetector;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer;
import org.tribuo.anomaly.libsvm.SVMAnomalyType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.LibSVMModel;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Something that scores samples one after the other, whose speed is compared. Not thread-safe. */
@FunctionalInterface
interface Contender {
    /** Scores the next sample and learns from it what it learns. */
    double score(long timeMillis, double[] sample);

    /** Ours: each sensor against its own past. */
    static Contender novelty() {
        return of(new NoveltyDetector());
    }

    /** Ours: all sensors together. */
    static Contender asset(int sensors) {
        return of(new AssetDetector(sensors));
    }

    private static Contender of(Detector detector) {
        return (time, sample) -> detector.score(time, sample).value();
    }

    /**
     * The random cut forest of AWS with its usual 50 trees of 256 samples, scoring and learning each sample; one sensor in
     * windows of eight.
     */
    static Contender forest(int sensors) {
        int shingle = sensors == 1 ? 8 : 1;
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(sensors * shingle)
                .shingleSize(shingle)
                .internalShinglingEnabled(shingle > 1)
                .numberOfTrees(50)
                .sampleSize(256)
                .randomSeed(1)
                .parallelExecutionEnabled(false)
                .build();
        float[] point = new float[sensors];
        return (time, sample) -> {
            for (int i = 0; i < sensors; i++) {
                point[i] = (float) sample[i];
            }
            double score = forest.getAnomalyScore(point);
            forest.update(point);
            return score;
        };
    }

    /** Tribuo's one-class support vector machine, nu .05, trained once on samples and only asked from then on. */
    static Contender machine(List<double[]> training) {
        String[] names = IntStream.range(0, training.get(0).length)
                .mapToObj(sensor -> String.format(Locale.ROOT, "s%02d", sensor))
                .toArray(String[]::new);
        AnomalyFactory factory = new AnomalyFactory();
        MutableDataset<Event> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("training span", factory), factory);
        training.forEach(sample -> dataset.add(new ArrayExample<>(AnomalyFactory.EXPECTED_EVENT, names, sample)));
        SVMParameters<Event> parameters =
                new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), KernelType.RBF);
        parameters.setGamma(1.0 / names.length);
        parameters.setNu(0.05);
        libsvm.svm.svm_set_print_string_function(line -> {});
        LibSVMModel<Event> model = new LibSVMAnomalyTrainer(parameters).train(dataset);
        return (time, sample) -> model.predict(new ArrayExample<>(AnomalyFactory.UNKNOWN_EVENT, names, sample))
                .getOutput()
                .getScore();
    }
}

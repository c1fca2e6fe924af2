package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
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

/**
 * A trained one-class support vector machine (Schölkopf et al., <i>Estimating the Support of a High-Dimensional
 * Distribution</i>, 2001) with a Gaussian kernel, as Tribuo trains it; reduced to its support vectors. Immutable.
 */
final class OneClassSvm {
    /** The share of the training samples that may lie outside. */
    private static final double NU = 0.05;
    /** From as many training samples the kernel's width is taken. */
    private static final int WIDTH_SAMPLES = 200;

    private static final double LEAST_DISTANCE = 1e-6;

    private final int dimensions;
    /** One support vector after the other. */
    private final double[] vectors;

    private final double[] weights;
    private final double offset;
    private final double gamma;

    private OneClassSvm(int dimensions, double[] vectors, double[] weights, double offset, double gamma) {
        this.dimensions = dimensions;
        this.vectors = vectors;
        this.weights = weights;
        this.offset = offset;
        this.gamma = gamma;
    }

    /** Trains on samples of one length; the width of the kernel is the median distance between them. */
    static OneClassSvm train(List<double[]> samples) {
        int dimensions = samples.get(0).length;
        String[] names = new String[dimensions];
        for (int i = 0; i < dimensions; i++) {
            names[i] = String.format(Locale.ROOT, "s%04d", i);
        }
        AnomalyFactory factory = new AnomalyFactory();
        MutableDataset<Event> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("training span", factory), factory);
        for (double[] sample : samples) {
            dataset.add(new ArrayExample<>(AnomalyFactory.EXPECTED_EVENT, names, sample));
        }
        double gamma = gamma(samples);
        // It would tell of its progress on the standard output.
        svm.svm_set_print_string_function(line -> {});
        SVMParameters<Event> parameters =
                new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), KernelType.RBF);
        parameters.setGamma(gamma);
        parameters.setNu(NU);
        LibSVMModel<Event> model = new LibSVMAnomalyTrainer(parameters).train(dataset);
        svm_model inner = model.getInnerModels().get(0);
        double[] vectors = new double[inner.l * dimensions];
        for (int i = 0; i < inner.l; i++) {
            for (svm_node node : inner.SV[i]) {
                String name = model.getFeatureIDMap().get(node.index).getName();
                vectors[i * dimensions + Integer.parseInt(name.substring(1))] = node.value;
            }
        }
        return new OneClassSvm(dimensions, vectors, Arrays.copyOf(inner.sv_coef[0], inner.l), inner.rho[0], gamma);
    }

    private static double gamma(List<double[]> samples) {
        int stride = Math.max(1, samples.size() / WIDTH_SAMPLES);
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += stride) {
            for (int j = 0; j < i; j += stride) {
                distances.add(squaredDistance(samples.get(i), samples.get(j), 0));
            }
        }
        distances.sort(null);
        return 1 / Math.max(LEAST_DISTANCE, distances.get(distances.size() / 2));
    }

    private static double squaredDistance(double[] sample, double[] vectors, int from) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            double difference = sample[i] - vectors[from + i];
            sum += difference * difference;
        }
        return sum;
    }

    /** How far outside a sample is: 0 or less inside, at most {@link #farthest}. */
    double outside(double[] sample) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.exp(-gamma * squaredDistance(sample, vectors, i * dimensions));
        }
        return offset - sum;
    }

    /** How far outside a sample is that is like nothing known. */
    double farthest() {
        return offset;
    }

    void write(StateWriter out) {
        out.putInt(weights.length);
        out.putDoubles(vectors);
        out.putDoubles(weights);
        out.putDouble(offset);
        out.putDouble(gamma);
    }

    /** @param most the most support vectors that there can be */
    static OneClassSvm read(StateReader in, int dimensions, int most) {
        int size = Math.max(0, Math.min(in.getInt(), most));
        double[] vectors = new double[size * dimensions];
        double[] weights = new double[size];
        in.getDoubles(vectors);
        in.getDoubles(weights);
        return new OneClassSvm(dimensions, vectors, weights, in.getDouble(), in.getDouble());
    }
}

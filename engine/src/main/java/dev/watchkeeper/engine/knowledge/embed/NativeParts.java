package dev.watchkeeper.engine.knowledge.embed;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks the machine code of ONNX Runtime once into a directory of ours. By itself it would unpack 22 MB at every start
 * into the temporary directory, and a killed process would leave them there.
 */
final class NativeParts {
    private static final String PATH = "onnxruntime.native.path";

    private NativeParts() {}

    /** Has to come before the first use of ONNX Runtime in this process; later calls change nothing, whatever they name. */
    static synchronized void useFrom(Path directory) throws IOException {
        if (System.getProperty(PATH) == null) {
            System.setProperty(PATH, unpackInto(directory).toString());
        }
    }

    /**
     * Where the machine code for this computer then lies.
     *
     * @param directory made where it is missing; what is there already is used
     */
    static Path unpackInto(Path directory) throws IOException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = cpu.equals("aarch64") || cpu.equals("arm64");
        String platform =
                (os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux") + (arm ? "-aarch64" : "-x64");
        Path place = directory.resolve("onnxruntime-" + version()).resolve(platform);
        Files.createDirectories(place);
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(name);
            try (InputStream code =
                    OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + platform + "/" + file)) {
                if (code == null) {
                    throw new IOException("there is no build of ONNX Runtime for " + platform);
                }
                unpack(code, place.resolve(file));
            }
        }
        return place;
    }

    private static void unpack(InputStream code, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path half = Files.createTempFile(file.getParent(), "unpacking", ".part");
        try {
            Files.copy(code, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static String version() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "1" : version;
    }
}

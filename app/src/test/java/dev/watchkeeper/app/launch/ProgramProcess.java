package dev.watchkeeper.app.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user starts it. */
final class ProgramProcess implements AutoCloseable {
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final Thread errorReader;

    private ProgramProcess(Process process) {
        this.process = process;
        reader = read(process.getInputStream());
        errorReader = read(process.getErrorStream());
    }

    static ProgramProcess start(String... arguments) throws IOException {
        return start(Main.class, arguments);
    }

    /** As {@link #start(String...)}, another class than the program's entry. */
    static ProgramProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + jvmOptions());
        command.add("-Xmx640m");
        command.add("-Dlogback.configurationFile=logback.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        return new ProgramProcess(builder.start());
    }

    /** Standard output and standard error, line by line; a line rewritten in place counts as several. */
    List<String> output() {
        return output;
    }

    String lastLine() {
        return output.isEmpty() ? "" : output.getLast();
    }

    /** Waits for the end; returns the exit status. */
    int await(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the program did not end within " + patience + ": " + output);
        }
        reader.join();
        errorReader.join();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static Path jvmOptions() {
        Path inModule = Path.of("src", "launch", "jvm.options");
        return (Files.exists(inModule) ? inModule : Path.of("app").resolve(inModule)).toAbsolutePath();
    }

    private Thread read(InputStream stream) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank()) {
                        output.add(line);
                    }
                }
            } catch (IOException e) {
                output.add("the output ended: " + e);
            }
        });
    }
}

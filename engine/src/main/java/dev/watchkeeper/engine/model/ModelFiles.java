package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.signal.AssetId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Model versions as files: a directory for each asset, in it {@code v1.wkmodel}, {@code v2.wkmodel}, … A file is written
 * beside its place, forced to the disk and moved there in one step; so it is there whole or not at all. Thread-safe for one
 * process, which alone writes to the directory.
 */
public final class ModelFiles {
    private static final Pattern NAME = Pattern.compile("v([1-9][0-9]{0,8})\\.wkmodel");
    private static final int LONGEST_SLUG = 40;
    private static final int HASH_BYTES = 8;

    private final Path directory;

    /** @param directory is made with the first model */
    public ModelFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps a version.
     *
     * @return its file
     * @throws FileAlreadyExistsException when there is such a version of the asset already; versions never change
     */
    public synchronized Path save(ModelVersion model) throws IOException {
        Path file = file(model.asset(), model.number());
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.createDirectories(folder(model.asset()));
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(ModelFormat.encode(model));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads a version.
     *
     * @throws NoSuchFileException when there is none
     * @throws UnreadableModelException when its file is no model, a newer one, damaged, or of another asset or number
     */
    public ModelVersion load(AssetId asset, int number) throws IOException {
        Path file = file(asset, number);
        long size = Files.size(file);
        if (size > ModelFormat.LARGEST) {
            throw new UnreadableModelException(
                    UnreadableModelException.Reason.TOO_LARGE,
                    file + " has " + size + " bytes, at most " + ModelFormat.LARGEST + " are read.");
        }
        ModelVersion model = decode(file);
        if (!model.asset().equals(asset) || model.number() != number) {
            throw new UnreadableModelException(
                    UnreadableModelException.Reason.FOREIGN,
                    file + " holds version " + model.number() + " of " + model.asset() + ".");
        }
        return model;
    }

    private static ModelVersion decode(Path file) throws IOException {
        try {
            return ModelFormat.decode(Files.readAllBytes(file));
        } catch (UnreadableModelException e) {
            throw e.from(file.toString());
        }
    }

    /** The numbers of an asset's versions, ascending; files of other names are passed over. */
    public List<Integer> versions(AssetId asset) throws IOException {
        Path folder = folder(asset);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** The number that an asset's next version gets. */
    public int nextNumber(AssetId asset) throws IOException {
        List<Integer> versions = versions(asset);
        return versions.isEmpty() ? 1 : versions.get(versions.size() - 1) + 1;
    }

    private Path file(AssetId asset, int number) {
        return folder(asset).resolve("v" + number + ".wkmodel");
    }

    /** Readable letters of the name, and a hash that tells names apart which differ in case or in other characters only. */
    private Path folder(AssetId asset) {
        String slug = asset.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return directory.resolve(slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)) + "-" + hash(asset.value()));
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

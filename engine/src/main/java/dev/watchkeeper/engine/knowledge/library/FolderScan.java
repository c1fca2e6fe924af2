package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.document.Documents;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a folder and below it. Links are not followed, so that nothing outside of the folder gets in and no loop is run
 * through; hidden files, and those that programs keep while a document is open, are passed over.
 *
 * @param documents with their stamps, which change whenever a file is written
 * @param directories that were looked into
 * @param unreadable directories and files that may not be looked at
 * @param reachable whether the folder itself could be looked into
 */
record FolderScan(Map<Path, String> documents, Set<Path> directories, Set<Path> unreadable, boolean reachable) {
    private static final int DEEPEST = 32;
    private static final int MOST_DOCUMENTS = 50_000;

    static FolderScan of(Path folder, BooleanSupplier cancelled) {
        Visitor visitor = new Visitor(folder, cancelled);
        boolean reachable = Files.isDirectory(folder) && Files.isReadable(folder);
        if (reachable) {
            try {
                Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, visitor);
            } catch (IOException e) {
                reachable = false;
            }
        }
        return new FolderScan(visitor.documents, visitor.directories, visitor.unreadable, reachable);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final BooleanSupplier cancelled;
        private final Map<Path, String> documents = new LinkedHashMap<>();
        private final Set<Path> directories = new LinkedHashSet<>();
        private final Set<Path> unreadable = new LinkedHashSet<>();

        Visitor(Path folder, BooleanSupplier cancelled) {
            this.folder = folder;
            this.cancelled = cancelled;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(folder) && isHidden(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            directories.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (cancelled.getAsBoolean() || documents.size() >= MOST_DOCUMENTS) {
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile() && !isHidden(file) && Documents.isDocument(name(file))) {
                documents.put(
                        file,
                        attributes.size() + "@" + attributes.lastModifiedTime().toMillis());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
                throw e;
            }
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            if (e != null) {
                unreadable.add(directory);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            String name = name(path);
            return name.startsWith(".") || name.startsWith("~$");
        }

        private static String name(Path path) {
            return String.valueOf(path.getFileName());
        }
    }
}

package dev.watchkeeper.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The desktop's own file chooser. */
public final class FileChooserPrompt implements SavePrompt {
    @Override
    public Optional<Path> ask(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        String pattern = "*" + suggestedName.substring(suggestedName.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
        return Optional.ofNullable(chooser.showSaveDialog(focusedWindow())).map(File::toPath);
    }

    /** As an {@link OpenPrompt}. */
    public Optional<Path> askToOpen(String title, String pattern) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
        return Optional.ofNullable(chooser.showOpenDialog(focusedWindow())).map(File::toPath);
    }

    /** As a {@link FolderPrompt}. */
    public static Optional<Path> askForFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(focusedWindow())).map(File::toPath);
    }

    private static @Nullable Window focusedWindow() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }
}

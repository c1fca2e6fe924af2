package dev.watchkeeper.app.fx;

import java.util.Optional;

/**
 * What the console asks of the desktop around it.
 *
 * @param save where exports go
 * @param open where imports come from
 * @param folder which folder is meant
 */
public record Desktop(SavePrompt save, OpenPrompt open, Browser browser, FolderPrompt folder) {
    /** One on which nobody chooses a folder. */
    public Desktop(SavePrompt save, OpenPrompt open, Browser browser) {
        this(save, open, browser, title -> Optional.empty());
    }

    /** The real one. */
    public static Desktop real() {
        FileChooserPrompt chooser = new FileChooserPrompt();
        return new Desktop(chooser, chooser::askToOpen, new DesktopBrowser(), FileChooserPrompt::askForFolder);
    }
}

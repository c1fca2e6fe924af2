package dev.watchkeeper.app.fx;

/**
 * What the console asks of the desktop around it.
 *
 * @param save where exports go
 * @param open where imports come from
 */
public record Desktop(SavePrompt save, OpenPrompt open, Browser browser) {
    /** The real one. */
    public static Desktop real() {
        FileChooserPrompt chooser = new FileChooserPrompt();
        return new Desktop(chooser, chooser::askToOpen, new DesktopBrowser());
    }
}

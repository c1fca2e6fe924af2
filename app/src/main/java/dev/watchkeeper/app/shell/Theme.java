package dev.watchkeeper.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.screen.Stylesheets;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;

/** The looks of the console: a base theme, our colours for it, and one stylesheet that uses them. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /** What the desktop asks for. FX application thread. */
    public static Theme ofDesktop() {
        return Toolkit.prefersDark() ? DARK : LIGHT;
    }

    /**
     * The theme of a name as commands spell it.
     *
     * @throws IllegalArgumentException when there is none of that name; the message names those there are
     */
    public static Theme named(String name) {
        for (Theme theme : values()) {
            if (theme.label().equals(name.toLowerCase(Locale.ROOT))) {
                return theme;
            }
        }
        throw new IllegalArgumentException("no theme " + name + "; there are light and dark");
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void applyTo(Scene scene) {
        scene.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(List.of(Stylesheets.url(label() + ".css"), Stylesheets.url("watchkeeper.css")));
    }
}

package dev.watchkeeper.app.screen;

import java.net.URL;
import java.util.Objects;

/** The stylesheets among the assets. */
public final class Stylesheets {
    private static final String FOLDER = "/dev/watchkeeper/assets/theme/";

    private Stylesheets() {}

    /**
     * Where a stylesheet of this name is.
     *
     * @throws NullPointerException when there is none
     */
    public static String url(String name) {
        URL url = Stylesheets.class.getResource(FOLDER + name);
        return Objects.requireNonNull(url, () -> "no stylesheet " + name).toExternalForm();
    }
}

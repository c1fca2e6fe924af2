package dev.watchkeeper.app.launch;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether windows can be shown. */
final class Display {
    private Display() {}

    static boolean isThere(Map<String, String> environment, Properties system) {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}

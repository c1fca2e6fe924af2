package dev.watchkeeper.app.screen;

/** The screens, in the order of the navigation. */
public enum ScreenId {
    OVERVIEW("Overview", 1),
    TRENDS("Trends", 2),
    ALARMS("Alarms", 3),
    MODELS("Models", 4),
    SETTINGS("Settings", 5);

    private final String label;
    private final int digit;

    ScreenId(String label, int digit) {
        this.label = label;
        this.digit = digit;
    }

    /** The key that, with Ctrl, leads there. */
    public int digit() {
        return digit;
    }

    public String label() {
        return label;
    }
}

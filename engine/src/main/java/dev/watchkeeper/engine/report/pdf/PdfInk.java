package dev.watchkeeper.engine.report.pdf;

/** The few colours of a printed page, red, green and blue in [0, 1]. */
public enum PdfInk {
    TEXT(0.11f, 0.14f, 0.16f),
    SOFT(0.36f, 0.41f, 0.46f),
    LINE(0.78f, 0.81f, 0.84f),
    GROUND(0.94f, 0.95f, 0.96f),
    BAR(0.50f, 0.57f, 0.63f),
    SHADE(0.98f, 0.88f, 0.84f),
    ALARM(0.72f, 0.11f, 0.08f);

    final float red;
    final float green;
    final float blue;

    PdfInk(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}

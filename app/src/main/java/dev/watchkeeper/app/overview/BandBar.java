package dev.watchkeeper.app.overview;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/**
 * A value against its expected band: the band is always the middle third, so that a glance down the column shows every
 * marker that stands outside. Beyond the ends the marker stays at the end.
 */
final class BandBar extends Region {
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final double TRACK = 4;
    private static final double BAND = 8;
    private static final double MARKER_WIDTH = 4;
    private static final double MARKER_HEIGHT = 14;

    private final Region track = new Region();
    private final Region band = new Region();
    private final Region marker = new Region();
    private double share = Double.NaN;

    BandBar() {
        getStyleClass().add("band-bar");
        track.getStyleClass().add("track");
        band.getStyleClass().add("band");
        marker.getStyleClass().add("marker");
        getChildren().addAll(track, band, marker);
    }

    void show(double value, double low, double high) {
        boolean known = high > low && !Double.isNaN(value);
        double next = known ? Math.clamp((value - low) / (high - low), -1, 2) : Double.NaN;
        setVisible(known);
        marker.pseudoClassStateChanged(OUTSIDE, next < 0 || next > 1);
        if (Double.compare(next, share) != 0) {
            share = next;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = getHeight() / 2;
        track.resizeRelocate(0, Math.rint(middle - TRACK / 2), width, TRACK);
        band.resizeRelocate(Math.rint(width / 3), Math.rint(middle - BAND / 2), Math.rint(width / 3), BAND);
        double x = (1 + share) / 3 * (width - MARKER_WIDTH);
        marker.resizeRelocate(
                Double.isNaN(x) ? 0 : Math.rint(x), Math.rint(middle - MARKER_HEIGHT / 2), MARKER_WIDTH, MARKER_HEIGHT);
    }
}

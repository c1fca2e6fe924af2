package dev.watchkeeper.app.overview;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays tiles out in as many equal columns as there is room for, each tile in the column that is shortest so far. */
final class TileGrid extends Pane {
    private static final double LEAST_TILE = 400;
    private static final double GAP = 10;

    TileGrid() {
        getStyleClass().add("tile-grid");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_TILE;
    }

    private double place(double width, boolean really) {
        Insets insets = getInsets();
        double inside = width - insets.getLeft() - insets.getRight();
        int columns = Math.max(1, (int) ((inside + GAP) / (LEAST_TILE + GAP)));
        double each = snapSizeX((inside - GAP * (columns - 1)) / columns - 0.5);
        double[] bottoms = new double[columns];
        for (Node tile : getManagedChildren()) {
            int column = 0;
            for (int i = 1; i < columns; i++) {
                if (bottoms[i] < bottoms[column]) {
                    column = i;
                }
            }
            double height = snapSizeY(tile.prefHeight(each));
            if (really) {
                tile.resizeRelocate(
                        snapPositionX(insets.getLeft() + column * (each + GAP)),
                        insets.getTop() + bottoms[column],
                        each,
                        height);
            }
            bottoms[column] += height + GAP;
        }
        double tallest = 0;
        for (double bottom : bottoms) {
            tallest = Math.max(tallest, bottom - GAP);
        }
        return insets.getTop() + Math.max(0, tallest) + insets.getBottom();
    }
}

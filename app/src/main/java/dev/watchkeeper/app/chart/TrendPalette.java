package dev.watchkeeper.app.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The inks and the type of a trend, from the stylesheet. Invisible; it only has to be in the scene. */
final class TrendPalette extends Region {
    private static final StyleablePropertyFactory<TrendPalette> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<Ink, StyleableProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final StyleableProperty<Font> font;

    /** @param onChange called when the theme changes an ink or the type */
    TrendPalette(Runnable onChange) {
        getStyleClass().add("trend-palette");
        setManaged(false);
        setVisible(false);
        for (Ink ink : Ink.values()) {
            StyleableProperty<Color> color = FACTORY.createStyleableColorProperty(
                    this, ink.name(), ink.property(), palette -> palette.inks.get(ink), Color.GRAY);
            observable(color).addListener((property, before, now) -> onChange.run());
            inks.put(ink, color);
        }
        font = FACTORY.createStyleableFontProperty(
                this, "tickFont", "-wk-tick-font", palette -> palette.font, Font.getDefault());
        observable(font).addListener((property, before, now) -> onChange.run());
    }

    Color color(Ink ink) {
        return Objects.requireNonNull(inks.get(ink)).getValue();
    }

    Font font() {
        return font.getValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @SuppressWarnings("unchecked") // Every property that the factory makes is an observable value of the same type.
    private static <T> javafx.beans.value.ObservableValue<T> observable(StyleableProperty<T> property) {
        return (javafx.beans.value.ObservableValue<T>) property;
    }
}

package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.Verdict;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Each figure in a line: how it compares, what the standard asks for, and what it is made of. */
final class KpiGridView extends GridPane {
    private static final double SYMBOL = 20;

    KpiGridView() {
        getStyleClass().add("kpi-grid");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        getColumnConstraints().setAll(fixed(SYMBOL), fixed(), fixed(), fixed(), fixed(), words);
    }

    void show(List<Kpi> kpis) {
        getChildren().clear();
        addRow(0, new Label(), head("Figure"), head("Now"), head("Verdict"), head("Standard"), head("Made of"));
        int row = 1;
        for (Kpi kpi : kpis) {
            Label figure = new Label(kpi.figure());
            figure.getStyleClass().addAll("kpi-figure", styleClass(kpi.verdict()));
            Label verdict = new Label(kpi.verdict().label());
            verdict.getStyleClass().addAll("kpi-verdict", styleClass(kpi.verdict()));
            Label wanted = new Label(kpi.kind().wanted());
            wanted.getStyleClass().add("hint");
            Label sentence = new Label(kpi.sentence());
            sentence.getStyleClass().add("kpi-sentence");
            sentence.setTooltip(new Tooltip(kpi.sentence()));
            sentence.setMinWidth(0);
            addRow(row++, new VerdictSymbol(kpi.verdict()), name(kpi), figure, verdict, wanted, sentence);
        }
    }

    private static Label name(Kpi kpi) {
        Label name = new Label(kpi.kind().label());
        name.getStyleClass().add("kpi-name");
        return name;
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("kpi-head");
        return label;
    }

    private static String styleClass(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ColumnConstraints fixed() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }
}

package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a score is made of, in words, and when the sensors were last like that. */
final class EvidenceView extends VBox {
    private static final int MOST_PARTS = 4;
    private static final int MOST_EARLIER = 3;

    private final Formats formats;
    private final VBox parts = new VBox();
    private final VBox earlier = new VBox();
    private final VBox madeOf = section("What the score is made of", parts);
    private final VBox seen = section("Seen before?", earlier);

    EvidenceView(Formats formats) {
        this.formats = formats;
        getStyleClass().add("evidence");
        parts.getStyleClass().add("score-parts");
        earlier.getStyleClass().add("earlier-windows");
        getChildren().addAll(madeOf, seen);
    }

    void show(AlarmDetail detail, Instant now) {
        List<Node> lines = new ArrayList<>();
        for (AlarmDetail.Part part : detail.parts().stream().limit(MOST_PARTS).toList()) {
            lines.add(line(Formats.score(part.score()), part.label() + ": " + EvidenceWords.of(part.part())));
        }
        int more = detail.parts().size() - MOST_PARTS;
        if (more > 0) {
            double rest = detail.parts().stream()
                    .skip(MOST_PARTS)
                    .mapToDouble(AlarmDetail.Part::score)
                    .sum();
            lines.add(line(Formats.score(rest), more == 1 ? "1 smaller part" : more + " smaller parts"));
        }
        show(madeOf, parts, lines);
        List<Node> windows = new ArrayList<>();
        for (AlarmDetail.Earlier one :
                detail.earlier().stream().limit(MOST_EARLIER).toList()) {
            Label name = new Label(one.sensor().label());
            name.getStyleClass().add("evidence-name");
            windows.add(new VBox(name, wrapped(EvidenceWords.of(one.window(), one.sensor(), formats, now))));
        }
        boolean ownPast =
                detail.parts().stream().anyMatch(part -> part.part().kind().withOwnPast());
        if (windows.isEmpty() && ownPast) {
            windows.add(wrapped("Nothing like it before."));
        }
        show(seen, earlier, windows);
    }

    private static void show(VBox section, VBox content, List<Node> lines) {
        content.getChildren().setAll(lines);
        section.setVisible(!lines.isEmpty());
        section.setManaged(!lines.isEmpty());
    }

    private static HBox line(String number, String words) {
        Label value = new Label(number);
        value.getStyleClass().add("part-score");
        value.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(value, wrapped(words));
        line.getStyleClass().add("score-part");
        return line;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("evidence-words");
        label.setWrapText(true);
        return label;
    }

    private static VBox section(String title, VBox content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(heading, content);
        section.getStyleClass().add("side-section");
        return section;
    }
}

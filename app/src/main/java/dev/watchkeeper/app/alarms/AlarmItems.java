package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/**
 * The rows of the table as a tree that is changed as little as a new list allows: in a flood most rows stay, and a table whose rows
 * all are new has to lay out each anew. FX application thread only.
 */
final class AlarmItems {
    private final TreeItem<AlarmRow> top = new TreeItem<>();
    private final Map<AssetId, TreeItem<AlarmRow>> heads = new HashMap<>();
    private final Map<AlarmId, TreeItem<AlarmRow>> lines = new HashMap<>();
    private final Set<AssetId> folded = new HashSet<>();

    TreeItem<AlarmRow> top() {
        return top;
    }

    /** Makes the tree show these groups. */
    void show(List<AlarmGroup> groups) {
        List<TreeItem<AlarmRow>> wanted = new ArrayList<>();
        Set<AssetId> assets = new HashSet<>();
        Set<AlarmId> alarms = new HashSet<>();
        for (AlarmGroup group : groups) {
            assets.add(group.asset());
            TreeItem<AlarmRow> head = heads.computeIfAbsent(group.asset(), this::head);
            put(head, new AlarmRow.Head(group));
            List<TreeItem<AlarmRow>> own = new ArrayList<>();
            for (Alarm alarm : group.alarms()) {
                alarms.add(alarm.id());
                TreeItem<AlarmRow> line = lines.computeIfAbsent(alarm.id(), id -> new TreeItem<>());
                boolean firstOut = own.isEmpty() && group.alarms().size() > 1;
                put(line, new AlarmRow.Line(alarm, firstOut, group.label(alarm).orElse(null)));
                own.add(line);
            }
            change(head.getChildren(), own);
            wanted.add(head);
        }
        change(top.getChildren(), wanted);
        heads.keySet().retainAll(assets);
        lines.keySet().retainAll(alarms);
    }

    private TreeItem<AlarmRow> head(AssetId asset) {
        TreeItem<AlarmRow> item = new TreeItem<>();
        item.setExpanded(!folded.contains(asset));
        item.expandedProperty().subscribe(expanded -> {
            if (expanded) {
                folded.remove(asset);
            } else {
                folded.add(asset);
            }
        });
        return item;
    }

    private static void put(TreeItem<AlarmRow> item, AlarmRow row) {
        if (!row.equals(item.getValue())) {
            item.setValue(row);
        }
    }

    /** New ones at the end are added; only where others have gone or changed places is the list set anew. */
    private static void change(ObservableList<TreeItem<AlarmRow>> shown, List<TreeItem<AlarmRow>> wanted) {
        int same = 0;
        while (same < shown.size() && same < wanted.size() && shown.get(same).equals(wanted.get(same))) {
            same++;
        }
        if (same == shown.size()) {
            if (same < wanted.size()) {
                shown.addAll(wanted.subList(same, wanted.size()));
            }
        } else {
            shown.setAll(wanted);
        }
    }
}

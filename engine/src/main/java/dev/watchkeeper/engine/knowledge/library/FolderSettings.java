package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which folders are watched.
 *
 * @param folders absolute paths, in the order in which they were added
 */
public record FolderSettings(List<String> folders) {
    /** Under which it is kept. */
    public static final Setting<FolderSettings> SETTING =
            new Setting<>("knowledge.folders", FolderSettings.class, new FolderSettings(List.of()));

    public FolderSettings {
        folders = List.copyOf(folders);
    }

    /** The folders as paths. */
    public List<Path> paths() {
        return folders.stream().map(Path::of).toList();
    }

    /** With one more. */
    FolderSettings with(Path folder) {
        List<String> more = new ArrayList<>(folders);
        more.add(folder.toString());
        return new FolderSettings(more);
    }

    /** Without one. */
    FolderSettings without(Path folder) {
        return new FolderSettings(
                folders.stream().filter(one -> !one.equals(folder.toString())).toList());
    }
}

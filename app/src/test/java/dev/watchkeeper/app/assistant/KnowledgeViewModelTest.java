package dev.watchkeeper.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.ManualPulse;
import dev.watchkeeper.app.plant.FakeDocuments;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class KnowledgeViewModelTest {
    private static final Path FOLDER = Path.of("/runbooks");

    private final FakePlant plant = new FakePlant();
    private final FakeDocuments documents = plant.helpdesk().documents();
    private final ManualPulse pulse = new ManualPulse();
    private final KnowledgeViewModel model = model(false);

    private KnowledgeViewModel model(boolean readOnly) {
        return new KnowledgeViewModel(
                documents,
                new ScreenContext(
                        plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), pulse, Runnable::run, Runnable::run),
                readOnly);
    }

    private KnowledgeStatus shown() {
        return ((Load.Ready<KnowledgeStatus>) model.statusProperty().get()).value();
    }

    @Test
    void theIndexingIsFollowedAndStopped() {
        Subscription attached = model.attach();

        model.add(FOLDER);
        pulse.beat(1);
        KnowledgeStatus reading = shown();
        model.cancel();
        pulse.beat(1);

        assertThat(reading.state()).isEqualTo(KnowledgeStatus.State.INDEXING);
        assertThat(reading.folders()).extracting(KnowledgeStatus.Folder::path).containsExactly(FOLDER);
        assertThat(shown().state()).isEqualTo(KnowledgeStatus.State.STOPPED);
        attached.close();
        documents.set(KnowledgeStatus.State.UP_TO_DATE);
        pulse.beat(1);
        assertThat(shown().state()).isEqualTo(KnowledgeStatus.State.STOPPED);
    }

    @Test
    void aFolderThatCannotBeAddedIsRefusedInWords() {
        documents.refuse("There is no folder /runbooks. Choose another.");

        model.add(FOLDER);

        assertThat(model.sentenceProperty().get()).isEqualTo("There is no folder /runbooks. Choose another.");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(documents.status().folders()).isEmpty();
    }

    @Test
    void aRemovedFolderLosesNoFile() {
        model.add(FOLDER);

        model.remove(FOLDER);

        assertThat(documents.status().folders()).isEmpty();
        assertThat(model.sentenceProperty().get()).contains("files stay as they are");
    }

    @Test
    void aConsoleThatMayOnlyReadChangesNoFolder() {
        KnowledgeViewModel reading = model(true);

        reading.add(FOLDER);

        assertThat(documents.status().folders()).isEmpty();
    }
}

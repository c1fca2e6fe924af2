package dev.watchkeeper.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private final HeldExecutor background = new HeldExecutor();
    private final List<Load<String>> published = new ArrayList<>();
    private final Loader<String> loader = new Loader<>("The thing", background, Runnable::run, published::add);

    @Test
    void publishesWhatTheSourceGives() {
        loader.load(() -> "one");

        background.letGo();

        assertThat(published).containsExactly(new Load.Ready<>("one"));
    }

    @Test
    void ofTheLoadsAskedForMeanwhileOnlyTheNewestIsDone() {
        loader.load(() -> "one");
        loader.load(() -> "two");
        loader.load(() -> "three");

        background.letGo();

        assertThat(published).containsExactly(new Load.Ready<>("one"), new Load.Ready<>("three"));
    }

    @Test
    void aFailureBecomesASentence() {
        loader.load(() -> {
            throw new IllegalStateException("no connection");
        });

        background.letGo();

        assertThat(published)
                .singleElement()
                .isInstanceOfSatisfying(
                        Load.Failed.class,
                        failed -> assertThat(failed.sentence()).startsWith("The thing could not be loaded"));
    }

    @Test
    void publishesNothingAfterItIsClosedThoughALoadWasUnderWay() {
        loader.load(() -> "one");
        loader.close();

        background.letGo();
        loader.load(() -> "two");
        background.letGo();

        assertThat(published).isEmpty();
    }

    @Test
    void aBackgroundThatIsShuttingDownIsNoError() {
        Loader<String> late = new Loader<>(
                "The thing",
                task -> {
                    throw new RejectedExecutionException();
                },
                Runnable::run,
                published::add);

        late.load(() -> "one");

        assertThat(published).isEmpty();
    }
}

package dev.watchkeeper.engine.knowledge.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.knowledge.CitedSentence;
import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.knowledge.library.Library;
import dev.watchkeeper.engine.knowledge.library.ShippedDocuments;
import dev.watchkeeper.engine.store.Store;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real sentence model over the documents that ship, and the network watched. */
class FinderTest {
    private static final List<URI> ASKED_FOR = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path directory;

    private static ProxySelector usual;
    private static MiniLm model;
    private static PassageIndex index;
    private static Finder finder;

    @BeforeAll
    static void read() throws IOException {
        usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                ASKED_FOR.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                ASKED_FOR.add(uri);
            }
        });
        model = new MiniLm(directory.resolve("native"), 2);
        index = PassageIndex.open(directory.resolve("index"));
        finder = new Finder(index, model);
        try (Store store = Store.open(directory.resolve("store"));
                Library library = new Library(
                        index, model, store.settings(), ShippedDocuments.all(), new Documents(), Runnable::run)) {
            library.refresh();
        }
        // The database of the settings is asked on this machine.
        ASKED_FOR.removeIf(uri -> uri.toString().startsWith("socket://localhost"));
    }

    @AfterAll
    static void close() throws IOException {
        ProxySelector.setDefault(usual);
        index.close();
        model.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why does suction pressure fall while the pump vibrates? | watchkeeper:runbooks/cavitation.md",
                "What do I do when the plates of the exchanger are dirty? | watchkeeper:runbooks/fouling.md",
                "The bearing of the lift pump gets hot, what now? | watchkeeper:runbooks/bearing-wear.md",
                "A sensor repeats the same value, is it stuck? | watchkeeper:runbooks/sensor-stuck.md",
                "Pressure in the main fell and the flow went up | watchkeeper:runbooks/burst-main.md",
                "How long may I shelve an alarm? | watchkeeper:alarms/alarm-handling.md",
                "When should I retrain a model? | watchkeeper:models/model-care.md",
                "Which key acknowledges an alarm? | watchkeeper:guide/console.md"
            })
    void questionsOfAnOperatorLeadToTheRightDocument(String question, String document) {
        Finding finding = finder.find(question, 3);

        assertThat(finding.evidence()).isTrue();
        assertThat(finding.passages().get(0).place().document()).isEqualTo(document);
        assertThat(finding.passages().get(0).place().headings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who painted the ceiling of the Sistine Chapel?",
                "How do I knit a scarf?",
                "What is the capital of Mongolia?",
                "Which spices go into a good goulash?"
            })
    void unrelatedQuestionsAreRefused(String question) {
        Finding finding = finder.find(question, 3);

        assertThat(finding.evidence()).isFalse();
        assertThat(finding.sentences()).isEmpty();
    }

    @Test
    void theSentenceThatAnswersComesFirst() {
        Finding finding =
                finder.find("Below which air pressure do the pneumatic valves move to their safe position?", 3);

        CitedSentence first = finding.sentences().get(0);
        assertThat(first.text()).contains("5.5 bar");
        assertThat(finding.passages().get(first.passage()).text()).contains(first.text());
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        finder.find("Where do I look when no data comes?", 3);

        assertThat(ASKED_FOR).isEmpty();
    }

    @Test
    void blankQuestionsFindNothing() {
        assertThat(finder.find("  ", 3)).isEqualTo(Finding.NOTHING);
        assertThat(finder.find("???", 3).evidence()).isFalse();
    }
}

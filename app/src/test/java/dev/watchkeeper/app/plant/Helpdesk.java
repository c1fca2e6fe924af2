package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.assistant.AssistantPorts;
import dev.watchkeeper.app.assistant.Documents;
import dev.watchkeeper.app.assistant.LanguageModels;
import dev.watchkeeper.engine.assistant.Assistant;
import dev.watchkeeper.engine.assistant.model.ModelSettings;
import dev.watchkeeper.engine.assistant.model.Narrator;
import dev.watchkeeper.engine.assistant.plant.ActBook;
import dev.watchkeeper.engine.assistant.plant.ActDesk;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.assistant.plant.PlantTools;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.knowledge.CitedSentence;
import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The real assistant over the fakes of a plant, with a runbook of one page. */
public final class Helpdesk {
    private static final String STEP =
            "Switch to the standby pump before you stop the pump with the hot bearing. Then grease the bearing with 20 g and watch"
                    + " its temperature for ten minutes.";
    private static final Passage PASSAGE = new Passage(
            "bearing",
            new Place("file:/runbooks/bearings.md", "Runbook: pump bearings", List.of("Hot bearing", "First steps"), 0),
            STEP,
            12);

    private final List<ActBook.Entry> acts = new ArrayList<>();
    private final MemoryConversations conversations = new MemoryConversations();
    private final FakeDocuments documents = new FakeDocuments(PASSAGE);
    private final AssistantPorts ports;

    Helpdesk(PlantPorts plant) {
        QuestionReader reader = new QuestionReader(plant.assets(), plant.clock(), plant.zone());
        ActBook book = new ActBook() {
            @Override
            public void append(Entry entry) {
                acts.add(entry);
            }

            @Override
            public List<Entry> newest(int most) {
                return List.copyOf(acts);
            }
        };
        ports = new AssistantPorts(
                new Assistant(reader, new PlantTools(plant), conversations, Narrator.PLAIN, plant.clock()),
                conversations,
                new ActDesk(plant.alarms(), plant.models(), book, plant.clock()),
                new LanguageModels() {
                    @Override
                    public ModelSettings settings() {
                        return ModelSettings.OFF;
                    }

                    @Override
                    public void save(ModelSettings settings, String key) {
                        throw new IllegalArgumentException("nothing is kept here");
                    }

                    @Override
                    public List<String> models(ModelSettings settings, String key) {
                        return List.of("small");
                    }

                    @Override
                    public String test(ModelSettings settings, String key) {
                        return "small answered “ready” after 12 ms.";
                    }
                },
                new Documents(documents, documents, () -> {}),
                new MemorySettings());
    }

    static Finding find(String question, int most) {
        boolean fits = question.toLowerCase(Locale.ROOT).contains("bearing");
        return fits
                ? new Finding(
                        List.of(PASSAGE),
                        List.of(new CitedSentence(
                                "Switch to the standby pump before you stop the pump with the hot bearing.", 0, 3)),
                        true)
                : Finding.NOTHING;
    }

    public AssistantPorts ports() {
        return ports;
    }

    public FakeDocuments documents() {
        return documents;
    }

    /** What was done by a click. */
    public List<ActBook.Entry> acts() {
        return List.copyOf(acts);
    }

    public MemoryConversations conversations() {
        return conversations;
    }
}

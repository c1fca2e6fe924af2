package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands questions in English by rules: which tool is to answer, about which sensors and assets, over which span. The same
 * question at the same moment in the same context is always understood alike. What is no question about the plant goes to the
 * documents. Takes well under a millisecond. Thread-safe.
 *
 * <p>The rules are tried in the order of {@link Intents}; what refers to something said before is resolved by {@link FollowUps}.
 */
public final class QuestionReader {
    /** A question is cut to this many characters. */
    public static final int LONGEST = 500;

    private final Assets assets;
    private final InstantSource clock;
    private final ZoneId zone;
    private volatile @Nullable Plant plant;

    /** What was made of one version of the assets. */
    private record Plant(long version, PlantNames names, Quantities quantities, Spelling spelling) {}

    public QuestionReader(Assets assets, InstantSource clock, ZoneId zone) {
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
    }

    /** What a question asks for. */
    public ToolCall read(String question, Context context) {
        Instant now = clock.instant();
        Reading reading = takeApart(question, now);
        Intents intents = new Intents(now, zone, assets);
        Optional<ToolCall> followed = new FollowUps(intents, context, now, zone).read(reading);
        return followed.orElseGet(() -> intents.read(reading));
    }

    Reading takeApart(String question, Instant now) {
        Plant plant = plant();
        String asked = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        String mended = plant.spelling.mend(Normal.of(asked));
        TimeReader times = new TimeReader(now, zone);
        PlantNames.Found named = plant.names.find(mended);
        TimeReader.Found spans = times.find(named.text());
        return new Reading(
                asked,
                spans.text(),
                named.assets(),
                plant.quantities.find(spans.text(), named.assets()),
                spans.spans(),
                times.length(named.text()).orElse(null));
    }

    private Plant plant() {
        Plant known = plant;
        long version = assets.version();
        if (known == null || known.version != version) {
            List<Asset> all = assets.all();
            PlantNames names = new PlantNames(all);
            Quantities quantities = new Quantities(all);
            Set<String> words = new HashSet<>(names.words());
            words.addAll(quantities.vocabulary());
            known = new Plant(version, names, quantities, new Spelling(words));
            plant = known;
        }
        return known;
    }
}

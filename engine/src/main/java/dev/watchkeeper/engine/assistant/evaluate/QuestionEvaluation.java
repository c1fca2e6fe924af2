package dev.watchkeeper.engine.assistant.evaluate;

import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.assistant.tool.CallText;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.plant.DemoPlant;
import dev.watchkeeper.engine.plant.FaultPlan;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts questions to the rules, each by itself and at the same moment, and counts how many are understood as they are meant. */
public final class QuestionEvaluation {
    /** When the questions are asked: a Tuesday afternoon. */
    public static final Instant NOW = Instant.parse("2026-03-17T13:30:00Z");

    /** Where they are asked. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** What became of a question. */
    public record Outcome(String question, String wanted, String got) {
        public boolean right() {
            return wanted.equals(got);
        }
    }

    /** What became of all. */
    public record Result(List<Outcome> outcomes) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }

        public int right() {
            return (int) outcomes.stream().filter(Outcome::right).count();
        }

        public double rate() {
            return (double) right() / outcomes.size();
        }

        /** Those that were not understood. */
        public List<Outcome> wrong() {
            return outcomes.stream().filter(outcome -> !outcome.right()).toList();
        }

        /** The result in one line. */
        public String line() {
            return String.format(
                    Locale.ROOT, "questions total=%d right=%d rate=%.3f", outcomes.size(), right(), rate());
        }
    }

    private QuestionEvaluation() {}

    /** Puts a set to the rules; tool and every argument must be right, spans to the minute. */
    public static Result run(QuestionSet set) {
        QuestionReader reader = new QuestionReader(demo(), () -> NOW, ZONE);
        CallText text = new CallText(ZONE);
        List<Outcome> outcomes = new ArrayList<>();
        for (QuestionSet.Case one : set.cases()) {
            outcomes.add(new Outcome(one.question(), one.call(), text.of(reader.read(one.question(), Context.NONE))));
        }
        return new Result(outcomes);
    }

    /** The assets of the demo plant. */
    public static Assets demo() {
        List<Asset> assets = new DemoPlant(1, NOW, FaultPlan.none()).assets();
        return new Assets() {
            @Override
            public List<Asset> all() {
                return assets;
            }

            @Override
            public Optional<Asset> find(AssetId id) {
                return assets.stream().filter(asset -> asset.id().equals(id)).findFirst();
            }

            @Override
            public long version() {
                return 1;
            }
        };
    }
}

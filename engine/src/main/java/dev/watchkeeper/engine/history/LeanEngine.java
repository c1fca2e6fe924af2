package dev.watchkeeper.engine.history;

import io.questdb.cairo.CairoConfiguration;
import io.questdb.cairo.CairoEngine;
import io.questdb.griffin.FunctionFactory;
import java.util.List;

/** QuestDB without its thousand SQL functions, which take a second to load: tables are made by SQL, but read directly. */
final class LeanEngine extends CairoEngine {
    LeanEngine(CairoConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected Iterable<FunctionFactory> getFunctionFactories() {
        return List.of();
    }
}

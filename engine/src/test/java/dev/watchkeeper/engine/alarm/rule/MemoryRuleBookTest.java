package dev.watchkeeper.engine.alarm.rule;

class MemoryRuleBookTest extends RuleBookContract {
    private final RuleBook book = new MemoryRuleBook();

    @Override
    protected RuleBook book() {
        return book;
    }
}

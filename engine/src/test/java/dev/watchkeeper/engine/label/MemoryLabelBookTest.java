package dev.watchkeeper.engine.label;

class MemoryLabelBookTest extends LabelBookContract {
    private final LabelBook book = new MemoryLabelBook();

    @Override
    protected LabelBook book() {
        return book;
    }
}

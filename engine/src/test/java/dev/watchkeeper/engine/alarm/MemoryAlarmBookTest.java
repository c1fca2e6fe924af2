package dev.watchkeeper.engine.alarm;

class MemoryAlarmBookTest extends AlarmBookContract {
    private final AlarmBook book = new MemoryAlarmBook();

    @Override
    protected AlarmBook book() {
        return book;
    }
}

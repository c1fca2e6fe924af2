package dev.watchkeeper.engine.alarm;

/** What begins or ends a suppression. */
public enum SuppressionTrigger {
    SHELVE_ONCE("an operator shelves until the alarm returns", Suppression.Slot.SHELF),
    SHELVE("an operator shelves for a time", Suppression.Slot.SHELF),
    UNSHELVE("an operator takes it off the shelf", Suppression.Slot.SHELF),
    SHELF_TIME_OVER("the time is over (clock)", Suppression.Slot.SHELF),
    ALARM_RETURNED("the alarm's condition ends", Suppression.Slot.SHELF),
    LOGIC_HOLDS("the asset is stopped, or its maintenance window opens", Suppression.Slot.DESIGN),
    LOGIC_ENDS("neither is so any more", Suppression.Slot.DESIGN),
    TAKE_OUT_OF_SERVICE("maintenance takes it out of service", Suppression.Slot.SERVICE),
    PUT_BACK_IN_SERVICE("maintenance puts it back", Suppression.Slot.SERVICE),
    SERVICE_TIME_OVER("the time that maintenance gave is over (clock)", Suppression.Slot.SERVICE);

    private final String words;
    private final Suppression.Slot slot;

    SuppressionTrigger(String words, Suppression.Slot slot) {
        this.words = words;
        this.slot = slot;
    }

    /** What happens, in plain words. */
    public String words() {
        return words;
    }

    public Suppression.Slot slot() {
        return slot;
    }
}

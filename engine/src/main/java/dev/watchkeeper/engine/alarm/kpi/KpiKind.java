package dev.watchkeeper.engine.alarm.kpi;

/** The figures by which ISA-18.2 and IEC 62682 (clause 16) and EEMUA 191 judge an alarm system. */
public enum KpiKind {
    /** Alarms in the span divided by its length in intervals of ten minutes. */
    AVERAGE_LOAD("Average per 10 min", "≤ 1, at most 2"),
    /**
     * Alarms in the worst of the intervals of ten minutes that follow each other from the start of the span; the last may be
     * shorter.
     */
    PEAK_LOAD("Peak per 10 min", "≤ 10"),
    /** The share of the span that lies in {@link Flood floods}. */
    TIME_IN_FLOOD("Time in flood", "< 1 %"),
    /** The share of the hours that follow each other from the start of the span which had more than 30 alarms. */
    BUSY_HOURS("Hours above 30 alarms", "< 1 %"),
    /** The share of the ten most frequent {@link AlarmSource sources} in all alarms. */
    MOST_FREQUENT("Ten most frequent", "≤ 5 %"),
    /** How many sources {@link Chatter chattered}. */
    CHATTERING("Chattering", "none"),
    /**
     * Alarms that opened in the span and returned in less than {@link Standard#FLEETING_BELOW}, before anybody acknowledged, and
     * were not chattering.
     */
    FLEETING("Fleeting", "none"),
    /** On the worst local day of the span, how many conditions stood that had held for more than 24 hours. */
    STALE("Stale, worst day", "< 5"),
    /** The shares of low, medium and high priority. */
    PRIORITIES("Low / medium / high", "80 / 15 / 5 %"),
    /** How many are shelved now. */
    SHELVED("Shelved now", "< 30");

    private final String label;
    private final String wanted;

    KpiKind(String label, String wanted) {
        this.label = label;
        this.wanted = wanted;
    }

    public String label() {
        return label;
    }

    /** What the standard wants, in a few signs. */
    public String wanted() {
        return wanted;
    }
}

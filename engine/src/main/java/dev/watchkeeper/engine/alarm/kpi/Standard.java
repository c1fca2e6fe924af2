package dev.watchkeeper.engine.alarm.kpi;

import java.time.Duration;

/**
 * The numbers that ISA-18.2 and IEC 62682 (clause 16, monitoring and assessment) and EEMUA 191 give for one operator. They speak of
 * averages over at least 30 days; on a shorter span they say how that span went.
 */
public final class Standard {
    /** The interval in which alarms are counted. */
    public static final Duration INTERVAL = Duration.ofMinutes(10);

    /** Alarms per interval on average up to which the load is very likely acceptable (EEMUA 191: 1 in 10 min; 144 a day). */
    public static final double ACCEPTABLE_AVERAGE = 1;
    /** Alarms per interval on average that is the most that can be managed (288 a day). */
    public static final double MOST_AVERAGE = 2;
    /** More alarms than this in an interval begin a flood; also the most that the worst interval may have. */
    public static final int FLOOD_ABOVE = 10;
    /** Fewer than this in an interval end it. */
    public static final int FLOOD_ENDS_BELOW = 5;
    /** The share of time in floods stays below this. */
    public static final double FLOOD_SHARE = 0.01;
    /** More alarms than this in an hour make it a busy one. */
    public static final int BUSY_HOUR_ABOVE = 30;
    /** The share of busy hours stays below this. */
    public static final double BUSY_HOURS_SHARE = 0.01;
    /** How many of the most frequent are looked at. */
    public static final int MOST_FREQUENT = 10;
    /** The most frequent together make no more of the load than this. */
    public static final double MOST_FREQUENT_SHARE = 0.05;
    /** Fewer alarms than this cannot keep to that share, even where none comes twice. */
    public static final int LEAST_FOR_MOST_FREQUENT = (int) (MOST_FREQUENT / MOST_FREQUENT_SHARE);
    /** So many of one source within {@link #CHATTER_WITHIN} are chattering. */
    public static final int CHATTER_COUNT = 3;

    public static final Duration CHATTER_WITHIN = Duration.ofMinutes(1);

    /**
     * An alarm that is gone in less is fleeting. The standards define fleeting as short and without repetition and give no length;
     * this is the longest of the on-delays that ISA-18.2 and EEMUA 191 propose to begin with (60 s for levels and temperatures),
     * so fleeting is what a delay within their advice would have kept away.
     */
    public static final Duration FLEETING_BELOW = Duration.ofSeconds(60);

    /** An alarm whose condition holds for longer is stale. */
    public static final Duration STALE_AFTER = Duration.ofHours(24);
    /** Fewer stale ones than this stand on any day. */
    public static final int STALE_BELOW = 5;
    /** Of all alarms this share at most has high priority; wanted are 80 % low, 15 % medium, 5 % high. */
    public static final double HIGH_SHARE = 0.05;
    /** Of all alarms this share at most has high or medium priority. */
    public static final double HIGH_AND_MEDIUM_SHARE = 0.20;
    /** With fewer alarms than this one of high priority is already more than its share. */
    public static final int LEAST_FOR_PRIORITIES = (int) (1 / HIGH_SHARE);
    /** Fewer than this are shelved at a time. */
    public static final int SHELVED_BELOW = 30;

    private Standard() {}
}

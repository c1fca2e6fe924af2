package dev.watchkeeper.app.rules;

/**
 * Who would be told by one rule of routing.
 *
 * @param who such as "a.novak by Operations mail"
 * @param when such as "every day 22:00–06:00"
 */
record ToldLine(String rule, String who, String when) {}

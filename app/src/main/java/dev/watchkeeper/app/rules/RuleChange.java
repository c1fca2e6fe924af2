package dev.watchkeeper.app.rules;

/**
 * A version of a rule in words.
 *
 * @param head number, when and by whom
 * @param what how it differs from the version before
 * @param why may be empty
 */
record RuleChange(String head, String what, String why) {}

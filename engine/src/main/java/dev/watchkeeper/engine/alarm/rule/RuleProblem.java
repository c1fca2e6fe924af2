package dev.watchkeeper.engine.alarm.rule;

/**
 * Why what was typed is no rule.
 *
 * @param field where it was typed
 * @param text what to do about it, in one sentence
 */
public record RuleProblem(RuleField field, String text) {}

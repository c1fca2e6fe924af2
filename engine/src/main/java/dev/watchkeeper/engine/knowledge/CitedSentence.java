package dev.watchkeeper.engine.knowledge;

/**
 * A sentence that answers.
 *
 * @param passage which of a finding's passages it stands in, counted from 0
 */
public record CitedSentence(String text, int passage, double score) {}

package dev.watchkeeper.engine.knowledge.find;

/**
 * A sentence with what it was ranked by.
 *
 * @param passage the rank of the passage that it stands in, from 0
 * @param features what {@link SentenceRanker} looked at
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
public record RankedSentence(String text, int passage, double[] features, double score) {}

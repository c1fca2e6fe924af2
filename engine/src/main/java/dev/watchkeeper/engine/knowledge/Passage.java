package dev.watchkeeper.engine.knowledge;

/**
 * A part of a document that was found.
 *
 * @param id names it for as long as the document does not change
 * @param text as in the document, without its headings
 * @param score how well it fits the question; only the order and the differences within one finding mean something
 */
public record Passage(String id, Place place, String text, double score) {}

package dev.watchkeeper.engine.knowledge.document;

/**
 * A printed line.
 *
 * @param page counted from 1
 * @param size of its letters, in points
 * @param gap to the line above it, in points; negative where it begins a page or a column
 */
record PdfLine(String text, int page, float size, boolean bold, float gap) {}

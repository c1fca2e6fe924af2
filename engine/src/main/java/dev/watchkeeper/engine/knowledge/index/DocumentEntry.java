package dev.watchkeeper.engine.knowledge.index;

/**
 * A document as it was when it was last read.
 *
 * @param uri its address
 * @param digest of its content; empty where it could not be read
 * @param stamp changes whenever the file is written; equal stamps save reading it
 * @param passages how many it has
 * @param note why it could not be read or not wholly, as a sentence; empty where all is well
 */
public record DocumentEntry(String uri, String title, String digest, String stamp, int passages, String note) {}

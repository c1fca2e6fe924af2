package dev.watchkeeper.engine.knowledge.document;

/** Takes the blocks of a document in their order. */
@FunctionalInterface
interface BlockSink {
    /** Whether more is wanted; after false, reading ends. */
    boolean accept(Block block);
}

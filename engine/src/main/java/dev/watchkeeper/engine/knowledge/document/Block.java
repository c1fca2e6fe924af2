package dev.watchkeeper.engine.knowledge.document;

/**
 * A heading or a piece of text, as a format has it.
 *
 * @param level of a heading, from 1; 0 of text
 * @param page counted from 1; 0 where the format has no pages
 * @param lines whether line breaks mean something, as in tables, lists and code
 */
record Block(int level, String text, int page, boolean lines) {
    static Block heading(int level, String text, int page) {
        return new Block(level, text, page, false);
    }

    static Block text(String text, int page) {
        return new Block(0, text, page, false);
    }

    static Block lines(String text, int page) {
        return new Block(0, text, page, true);
    }
}

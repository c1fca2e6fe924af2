package dev.watchkeeper.engine.evaluate;

import java.util.List;

/**
 * A question of which it is known what answers it.
 *
 * @param group the documents that answer it are in this group, such as its article
 */
record AskedPassage(String question, int group, Right right) {
    /** What counts as right. */
    interface Right {
        /** Whether a passage answers. */
        boolean is(String id, String document, List<String> headings, String text);

        /** Whether a sentence of a right passage answers. */
        boolean is(String sentence);
    }
}

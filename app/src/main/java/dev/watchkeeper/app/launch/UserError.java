package dev.watchkeeper.app.launch;

/** Something that the user can mend: the message is one plain sentence that says what happened and what to do. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }
}

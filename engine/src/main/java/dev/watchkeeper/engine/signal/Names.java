package dev.watchkeeper.engine.signal;

/** The rule that names of assets and sensors keep. */
final class Names {
    private static final int SHOWN = 40;

    private Names() {}

    static void check(String what, String name, int longest) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " name is blank");
        }
        if (name.length() > longest) {
            throw new IllegalArgumentException(what + " name has " + name.length() + " characters, at most " + longest
                    + " are allowed: " + name.substring(0, SHOWN) + "…");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        what + " name holds a slash or a control character at position " + i);
            }
        }
    }
}

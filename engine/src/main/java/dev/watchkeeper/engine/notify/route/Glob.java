package dev.watchkeeper.engine.notify.route;

/** Patterns in which {@code *} stands for any characters and {@code ?} for one; capitals and small letters count the same. */
public final class Glob {
    private Glob() {}

    /** Whether a text is as a pattern says, in time proportional to the product of their lengths at most. */
    public static boolean matches(String pattern, String text) {
        int at = 0;
        int inPattern = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                resume = at;
            } else if (inPattern < pattern.length() && same(pattern.charAt(inPattern), text.charAt(at))) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean same(char pattern, char text) {
        return pattern == '?' || Character.toLowerCase(pattern) == Character.toLowerCase(text);
    }
}

package dev.watchkeeper.engine.model.tracking;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What names may be in a run, so that every MLflow 2 server takes them: 1 to 250 of the letters a to z and A to Z, digits,
 * underscore, hyphen, point, space and slash, and no empty, {@code .} or {@code ..} part between slashes. Parameter values
 * have at most 500 characters.
 */
public final class TrackedNames {
    /** The longest value of a parameter, in characters; the limit of the oldest MLflow 2 servers. */
    public static final int LONGEST_VALUE = 500;

    private static final int LONGEST = 250;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_\\-. /]+");

    private TrackedNames() {}

    /** The name with an underscore in place of each character that is not allowed, cut to the longest length. */
    public static String fitted(String name) {
        String fitted = name.replaceAll("[^A-Za-z0-9_\\-. ]", "_");
        return fitted.substring(0, Math.min(LONGEST, fitted.length()));
    }

    static void check(String what, String name) {
        if (name.length() > LONGEST || !ALLOWED.matcher(name).matches() || climbs(name)) {
            throw new IllegalArgumentException("name of a " + what + " is not allowed: " + name);
        }
    }

    static Map<String, String> checked(Map<String, String> params) {
        params.forEach((name, value) -> {
            check("parameter", name);
            if (value.length() > LONGEST_VALUE) {
                throw new IllegalArgumentException("parameter " + name + " has " + value.length()
                        + " characters, at most " + LONGEST_VALUE + " are allowed");
            }
        });
        return Map.copyOf(params);
    }

    private static boolean climbs(String name) {
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return true;
            }
        }
        return false;
    }
}

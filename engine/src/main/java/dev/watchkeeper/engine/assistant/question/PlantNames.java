package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assets that a text names: by id ({@code P-101}, {@code p101}), by label ({@code lift pump 1}) or by the end of it that
 * is still clear ({@code pump 1}, {@code the compressor}), by an ordinal ({@code the second pump}), or several at once
 * ({@code pumps 1 and 3}). Immutable.
 */
final class PlantNames {
    /** What stands in place of an asset that was found. */
    static final String MARK = "@asset";

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six");
    private static final Set<String> FILLERS = Set.of("no", "nr", "number", "#", "num");
    private static final Set<String> JOINS = Set.of("and", "or", "vs", "versus", "with", "to", "against", "than");
    private static final int LONGEST_ID = 3;

    private final Map<String, AssetId> ids = new LinkedHashMap<>();
    private final Map<List<String>, Set<AssetId>> aliases = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private int longest = 1;

    /** A text in which {@link #MARK} stands for each asset, and the assets in their order. */
    record Found(String text, List<AssetId> assets) {}

    PlantNames(Collection<Asset> assets) {
        for (Asset asset : assets) {
            ids.put(Normal.bare(asset.id().value()), asset.id());
            List<String> label = Normal.tokens(Normal.of(asset.label()));
            words.addAll(label);
            longest = Math.max(longest, label.size());
            for (int from = 0; from < label.size(); from++) {
                alias(label.subList(from, label.size()), asset.id());
            }
        }
        assets.forEach(asset -> {
            List<String> label = Normal.tokens(Normal.of(asset.label()));
            if (label.size() > 2 && label.get(label.size() - 1).matches("\\p{L}+")) {
                alias(List.of(label.get(0), label.get(label.size() - 1)), asset.id());
            }
        });
        aliases.values().removeIf(named -> named.size() > 1);
    }

    private void alias(List<String> alias, AssetId asset) {
        boolean number = alias.size() == 1 && alias.get(0).matches("\\d+");
        if (!number) {
            aliases.computeIfAbsent(List.copyOf(alias), ignored -> new LinkedHashSet<>())
                    .add(asset);
        }
    }

    /** The words of the labels, for the spelling. */
    Set<String> words() {
        return words.stream().filter(word -> word.matches("\\p{L}+")).collect(Collectors.toSet());
    }

    Found find(String text) {
        List<String> tokens = new ArrayList<>(numbered(Normal.tokens(text)));
        List<String> left = new ArrayList<>();
        List<AssetId> found = new ArrayList<>();
        List<String> stem = List.of();
        int at = 0;
        while (at < tokens.size()) {
            Match match = match(tokens, at);
            if (match == null && !stem.isEmpty() && JOINS.contains(tokens.get(at)) && at + 1 < tokens.size()) {
                AssetId next = named(with(stem, tokens.get(at + 1)));
                if (next != null) {
                    left.add(tokens.get(at));
                    left.add(MARK);
                    found.add(next);
                    at += 2;
                    continue;
                }
            }
            if (match == null) {
                left.add(tokens.get(at++));
                stem = List.of();
                continue;
            }
            found.add(match.asset);
            left.add(MARK);
            List<String> words = tokens.subList(at, at + match.length);
            stem = words.size() > 1 ? List.copyOf(words.subList(0, words.size() - 1)) : List.of();
            at += match.length;
        }
        return new Found(String.join(" ", left), found.stream().distinct().toList());
    }

    private record Match(AssetId asset, int length) {}

    private @Nullable Match match(List<String> tokens, int at) {
        for (int length = Math.min(longest, tokens.size() - at); length >= 1; length--) {
            AssetId asset = named(tokens.subList(at, at + length));
            if (asset != null) {
                return new Match(asset, length);
            }
        }
        StringBuilder joined = new StringBuilder();
        Match best = null;
        for (int length = 1; length <= LONGEST_ID && at + length <= tokens.size(); length++) {
            joined.append(Normal.bare(tokens.get(at + length - 1)));
            AssetId asset = ids.get(joined.toString());
            if (asset != null) {
                best = new Match(asset, length);
            }
        }
        return best;
    }

    private @Nullable AssetId named(List<String> words) {
        Set<AssetId> named = aliases.get(words);
        if (named == null && words.size() > 1) {
            List<String> singular = new ArrayList<>(words);
            singular.replaceAll(
                    word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            named = aliases.get(singular);
        }
        return named == null ? null : named.iterator().next();
    }

    private static List<String> with(List<String> stem, String last) {
        List<String> words = new ArrayList<>(stem);
        words.add(last);
        return words;
    }

    /** Writes {@code pump number two} and {@code the second pump} as {@code pump 2}. */
    private List<String> numbered(List<String> tokens) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            int ordinal = ORDINALS.indexOf(token);
            if (ordinal >= 0
                    && i + 1 < tokens.size()
                    && named(List.of(tokens.get(i + 1), "" + (ordinal + 1))) != null) {
                out.add(tokens.get(++i));
                out.add("" + (ordinal + 1));
                continue;
            }
            String before = out.isEmpty() ? "" : out.get(out.size() - 1);
            boolean filler = FILLERS.contains(token) && words.contains(before);
            if (filler && i + 1 < tokens.size() && digit(tokens.get(i + 1)).matches("\\d+")) {
                continue;
            }
            boolean number = NUMBERS.contains(token) && named(List.of(before, digit(token))) != null;
            out.add(number ? digit(token) : token.startsWith("#") && token.length() > 1 ? token.substring(1) : token);
        }
        return out;
    }

    private static String digit(String token) {
        int number = NUMBERS.indexOf(token);
        return number >= 0 ? "" + (number + 1) : token;
    }
}

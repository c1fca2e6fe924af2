package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the sensors that a text means: by the quantity ({@code vibration}, {@code amps}) and the words that tell one of them from
 * another ({@code outlet}, {@code drive end}), among the assets that were named. Immutable.
 */
final class Quantities {
    /** Means the current without the doubt that the word {@code current} leaves. */
    private static final String AMPERE = "ampere";

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("temp", "temperature"),
            Map.entry("temps", "temperature"),
            Map.entry("hot", "temperature"),
            Map.entry("warm", "temperature"),
            Map.entry("heat", "temperature"),
            Map.entry("vibrating", "vibration"),
            Map.entry("vibrate", "vibration"),
            Map.entry("vibrates", "vibration"),
            Map.entry("shaking", "vibration"),
            Map.entry("vib", "vibration"),
            Map.entry("amps", AMPERE),
            Map.entry("ampere", AMPERE),
            Map.entry("amperage", AMPERE),
            Map.entry("amp", AMPERE),
            Map.entry("rpm", "speed"),
            Map.entry("revs", "speed"),
            Map.entry("flowrate", "flow"),
            Map.entry("influent", "inflow"),
            Map.entry("inlet", "inlet"),
            Map.entry("dp", "differential"),
            Map.entry("delta", "differential"),
            Map.entry("exit", "outlet"),
            Map.entry("o2", "oxygen"),
            Map.entry("do", "do"));
    private static final Set<String> NOT_NAMES = Set.of("current", "level", "speed", "main", "total", "water", "air");
    /** What makes {@code current} a quantity and not a moment. */
    private static final Set<String> BEFORE_CURRENT =
            Set.of("motor", "pump", "much", "the", "@asset", "of", "and", "its", "draw", "cooling");

    private final List<Sensor> sensors = new ArrayList<>();
    private final Map<SensorId, Set<String>> words = new LinkedHashMap<>();
    private final Map<SensorId, String> heads = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    Quantities(Collection<Asset> assets) {
        for (Asset asset : assets) {
            for (Sensor sensor : asset.sensors()) {
                List<String> name = words(sensor.id().name());
                Set<String> own = new LinkedHashSet<>(name);
                List<String> label = words(sensor.label());
                own.addAll(label);
                sensors.add(sensor);
                words.put(sensor.id(), own);
                heads.put(sensor.id(), head(label, name));
                vocabulary.addAll(own);
            }
        }
    }

    /** The words of the sensors' names, for the spelling. */
    Set<String> vocabulary() {
        return vocabulary;
    }

    /**
     * The sensors that a text means, in the plant's order; empty when it means none.
     *
     * @param text with {@link PlantNames#MARK} in place of assets
     * @param assets those that were named; empty when none was
     */
    List<SensorId> find(String text, List<AssetId> assets) {
        Set<String> said = said(text);
        List<Sensor> among = sensors.stream()
                .filter(sensor ->
                        assets.isEmpty() || assets.contains(sensor.id().asset()))
                .toList();
        Set<SensorId> found = new LinkedHashSet<>();
        Set<String> wanted =
                said.stream().filter(heads.values()::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String head : wanted) {
            found.addAll(best(
                    among.stream()
                            .filter(sensor -> words(sensor.id()).contains(head))
                            .toList(),
                    said));
        }
        if (found.isEmpty() && !assets.isEmpty() && wanted.isEmpty()) {
            Set<String> names = new HashSet<>(said);
            names.removeAll(NOT_NAMES);
            found.addAll(best(
                    among.stream()
                            .filter(sensor -> words(sensor.id()).stream().anyMatch(names::contains))
                            .toList(),
                    names));
        }
        return sensors.stream().map(Sensor::id).filter(found::contains).toList();
    }

    private Set<String> words(SensorId sensor) {
        return words.getOrDefault(sensor, Set.of());
    }

    /** Of each asset those that have most of the words in common with what was said. */
    private List<SensorId> best(List<Sensor> candidates, Set<String> said) {
        int most = candidates.stream().mapToInt(one -> common(one, said)).max().orElse(0);
        boolean oneEnd = said.contains("end") && !said.contains("non");
        return candidates.stream()
                .filter(one -> common(one, said) == most)
                .filter(one -> !(oneEnd && words(one.id()).contains("non")))
                .map(Sensor::id)
                .toList();
    }

    private int common(Sensor sensor, Set<String> said) {
        return (int) words(sensor.id()).stream().filter(said::contains).count();
    }

    private Set<String> said(String text) {
        List<String> tokens = words(text);
        Set<String> said = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("current") && !quantity(tokens, i)) {
                continue;
            }
            if (token.equals(AMPERE)) {
                said.add("current");
            } else if (vocabulary.contains(token)) {
                said.add(token);
            } else if (token.endsWith("s") && vocabulary.contains(token.substring(0, token.length() - 1))) {
                said.add(token.substring(0, token.length() - 1));
            }
        }
        return said;
    }

    /** Whether {@code current} at a place means amperes: {@code the current temperature} does not. */
    private boolean quantity(List<String> tokens, int at) {
        boolean follows = at + 1 < tokens.size()
                && (vocabulary.contains(tokens.get(at + 1))
                        || tokens.get(at + 1).matches("alarms?|value|reading|status|situation|state"));
        boolean preceded = at == 0 || BEFORE_CURRENT.contains(tokens.get(at - 1));
        return (preceded && !follows) || (at > 0 && vocabulary.contains(tokens.get(at - 1)));
    }

    private static String head(List<String> label, List<String> name) {
        return label.stream()
                .filter(word -> word.matches("pressure|temperature|flow|inflow|current|speed|vibration|level"))
                .findFirst()
                .orElse(name.get(name.size() - 1));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String token : Normal.tokens(Normal.of(text))) {
            for (String part : token.startsWith("@") ? new String[] {token} : token.split("[-_]")) {
                switch (part) {
                    case "de" -> words.addAll(List.of("drive", "end"));
                    case "nde" -> words.addAll(List.of("non", "drive", "end"));
                    default -> words.add(SAME.getOrDefault(part, part));
                }
            }
        }
        return words;
    }
}

package dev.watchkeeper.engine.knowledge.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts texts into the word pieces of a BERT vocabulary: without case and accents, words at blanks and punctuation, and each
 * word into the longest pieces that the vocabulary has (Devlin et al. 2018; Wu et al. 2016). Immutable.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        unknown = special("[UNK]");
        begin = special("[CLS]");
        end = special("[SEP]");
    }

    /** Reads the vocabulary from a tokenizer file as the Hugging Face library writes it. */
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>(entries.size() * 2);
        entries.properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
        return new WordPieces(vocabulary);
    }

    /** The numbers of the pieces with the marks of begin and end, at most so many. */
    long[] encode(String text, int most) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text, most)) {
            addPieces(word, pieces);
            if (pieces.size() >= most) {
                break;
            }
        }
        int length = Math.min(pieces.size(), most - 1);
        long[] ids = new long[length + 1];
        for (int i = 0; i < length; i++) {
            ids[i] = pieces.get(i);
        }
        ids[length] = end;
        return ids;
    }

    private void addPieces(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int before = pieces.size();
        int start = 0;
        while (start < word.length()) {
            int stop = word.length();
            Integer id = null;
            while (stop > start) {
                String piece = word.substring(start, stop);
                id = vocabulary.get(start == 0 ? piece : CONTINUED + piece);
                if (id != null) {
                    break;
                }
                stop--;
            }
            if (id == null) {
                pieces.subList(before, pieces.size()).clear();
                pieces.add(unknown);
                return;
            }
            pieces.add(id);
            start = stop;
        }
    }

    private static List<String> words(String text, int most) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length() && words.size() < most; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isWhitespace(c) || type == Character.SPACE_SEPARATOR) {
                flush(word, words);
            } else if (isPunctuation(c, type) || Character.isIdeographic(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (type != Character.CONTROL && type != Character.FORMAT && c != 0xFFFD) {
                // One by one: in a whole word the last sigma would become another letter, which the vocabulary does not
                // have.
                word.appendCodePoint(Character.toLowerCase(c));
            }
        }
        flush(word, words);
        return words;
    }

    private static boolean isPunctuation(int c, int type) {
        if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126)) {
            return true;
        }
        return switch (type) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private int special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new IllegalStateException("the vocabulary has no " + name);
        }
        return id;
    }
}

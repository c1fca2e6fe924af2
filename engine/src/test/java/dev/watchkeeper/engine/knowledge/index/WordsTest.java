package dev.watchkeeper.engine.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void commonWordsAreLeftOutAndOthersReducedToTheirStems() {
        assertThat(Words.of("Why are the pumps vibrating?")).containsExactly("pump", "vibrat");
    }

    @Test
    void whatIsWrittenTogetherCountsWholeAndInItsParts() {
        assertThat(Words.of("P-101")).containsExactly("p-101", "p", "101");
        assertThat(Words.of("set sideOutput")).containsExactly("set", "sideoutput", "side", "output");
        assertThat(Words.of("min.insync.replicas")).contains("min.insync.replicas", "min", "insync", "replica");
    }

    @Test
    void possessivesAndAccentsMakeNoOtherWord() {
        assertThat(Words.of("the pump's caf\u00e9")).containsExactly("pump", "cafe");
    }

    @Test
    void sentencesDoNotEndAtAbbreviationsButAtLines() {
        assertThat(Sentences.of("Ask Dr. Smith, e.g. by day. Then go.\n- Close it\n- Open it"))
                .containsExactly("Ask Dr. Smith, e.g. by day.", "Then go.", "- Close it", "- Open it");
    }
}

package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLayoutFinderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T12:00:05                       | 2026-01-31T12:00:05Z
            2026-01-31 12:00:05.123456                | 2026-01-31T12:00:05.123Z
            2026-01-31 12:00:05.5+02:00               | 2026-01-31T10:00:05.500Z
            2026-01-31T12:00:05+0200                  | 2026-01-31T10:00:05Z
            2026-01-31 12:00:05 UTC                   | 2026-01-31T12:00:05Z
            2026-01-31T12:00:05+01:00[Europe/Berlin]  | 2026-01-31T11:00:05Z
            2026-01-31 12:00                          | 2026-01-31T12:00:00Z
            2026-01-31                                | 2026-01-31T00:00:00Z
            2026/1/31 9:00:05                         | 2026-01-31T09:00:05Z
            31.01.2026 12:00:05                       | 2026-01-31T12:00:05Z
            31.1.26 12:00                             | 2026-01-31T12:00:00Z
            31-01-2026 12:00:05                       | 2026-01-31T12:00:05Z
            31/01/2026 12:00:05                       | 2026-01-31T12:00:05Z
            01/31/2026 12:00:05                       | 2026-01-31T12:00:05Z
            1/31/2026 12:00:05 AM                     | 2026-01-31T00:00:05Z
            31-Jan-2026 12:00:05.250                  | 2026-01-31T12:00:05.250Z
            31-Jan-26 12:00:05                        | 2026-01-31T12:00:05Z
            20260131T120005Z                          | 2026-01-31T12:00:05Z
            20260131 120005                           | 2026-01-31T12:00:05Z
            20260131120005                            | 2026-01-31T12:00:05Z
            1769860805                                | 2026-01-31T12:00:05Z
            1769860805.25                             | 2026-01-31T12:00:05.250Z
            1769860805123                             | 2026-01-31T12:00:05.123Z
            1769860805123456                          | 2026-01-31T12:00:05.123Z
            1769860805123456789                       | 2026-01-31T12:00:05.123Z
            """)
    void readsTheTimeHoweverItIsWritten(String written, Instant time) throws IOException {
        CsvLayout layout = find("time;value\n" + written + ";1\n" + written + ";2\n");

        assertThat(layout.timeFormat().parse(written, layout.zone())).isEqualTo(time);
        assertThat(layout.remarks()).isEmpty();
    }

    @Test
    void takesTheZoneThatItIsTold() throws IOException {
        CsvLayout layout = find("time,value\n2026-07-31 12:00:00,1\n", "zone=Europe/Berlin");

        assertThat(layout.timeFormat().parse("2026-07-31 12:00:00", layout.zone()))
                .isEqualTo("2026-07-31T10:00:00Z");
    }

    @Test
    void takesTheOrderOfDayAndMonthInWhichTimeRunsForwards() throws IOException {
        CsvLayout layout = find("time,value\n11/02/2026 00:00,1\n12/02/2026 00:00,2\n01/03/2026 00:00,3\n");

        assertThat(layout.timeFormat().parse("11/02/2026 00:00", layout.zone())).isEqualTo("2026-02-11T00:00:00Z");
    }

    @Test
    void saysThatDayAndMonthCannotBeToldApart() throws IOException {
        CsvLayout layout = find("time,value\n01/02/2026 00:00,1\n01/02/2026 01:00,2\n");

        assertThat(layout.timeFormat().parse("01/02/2026 00:00", layout.zone())).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(layout.remarks()).singleElement().asString().contains("format=");
    }

    @Test
    void looksAtTheEndOfALargeFileTooBeforeItTakesAColumnForALabel() throws IOException {
        StringBuilder csv = new StringBuilder("time,label,value\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append(Instant.ofEpochSecond(1_764_000_000 + i)).append(i > 19_990 ? ",0.5,1\n" : ",0,1\n");
        }

        assertThat(find(csv.toString()).values()).extracting(CsvColumn::name).containsExactly("label", "value");
    }

    @Test
    void givesColumnsOfTheSameNameDifferentNames() throws IOException {
        CsvLayout layout = find("time,a,a [bar],b/c\n2026-01-31T12:00:00Z,1,2,3\n");

        assertThat(layout.values()).extracting(CsvColumn::name).containsExactly("a", "a (3)", "b-c");
    }

    @Test
    void keepsACommaInANumberThatStandsInQuotes() throws IOException {
        CsvLayout layout = find("time,a\n2026-01-31T12:00:00Z,\"1,5\"\n2026-01-31T12:00:01Z,\"1,75\"\n");

        assertThat(layout.decimal()).isEqualTo(',');
    }

    @Test
    void readsUtf16AndWindows1252() throws IOException {
        Path wide = folder.resolve("wide.csv");
        Files.write(wide, "\ufefftime\tDruck [°]\n2026-01-31T12:00:00Z\t1\n".getBytes(StandardCharsets.UTF_16LE));
        Path western = folder.resolve("western.csv");
        Files.write(western, "time;Größe\n2026-01-31T12:00:00Z;1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CsvLayoutFinder.find(wide, CsvOptions.NONE).values())
                .extracting(CsvColumn::name)
                .containsExactly("Druck");
        assertThat(CsvLayoutFinder.find(western, CsvOptions.NONE).values())
                .extracting(CsvColumn::name)
                .containsExactly("Größe");
    }

    @Test
    void takesWhatItIsToldOverWhatItWouldFind() throws IOException {
        String csv = "made,seen,a,b,c\n2026-01-31T12:00:00Z,5_6_2026,1,2,x\n2026-01-31T12:00:00Z,6_6_2026,1,2,x\n";

        CsvLayout layout = find(csv, "time=seen,format=d_M_yyyy,values=b:#3");

        assertThat(layout.timeColumns()).containsExactly(1);
        assertThat(layout.timeFormat().parse("5_6_2026", layout.zone())).isEqualTo("2026-06-05T00:00:00Z");
        assertThat(layout.values()).extracting(CsvColumn::name).containsExactly("b", "a");
    }

    @Test
    void takesASensorColumnThatItIsTold() throws IOException {
        CsvLayout layout = find("t,who,what\n2026-01-31T12:00:00Z,17,1\n", "sensor=who,values=what");

        assertThat(layout.sensorColumn()).contains(1);
        assertThat(layout.values()).extracting(CsvColumn::index).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | is empty
            'a,b\n1,2\n'                              | time=COLUMN
            'hello\nworld\n'                          | separator=CHARACTER
            'time,text\n2026-01-31T12:00:00Z,x\n'     | values=COLUMN
            'time,value\n'                            | time=COLUMN
            """)
    void saysWhatWasLookedForAndHowToGiveIt(String csv, String said) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> find(csv.replace("\\n", "\n")))
                .withMessageContaining(said)
                .withMessageContaining("file.csv");
    }

    @Test
    void saysThatABinaryFileIsNotText() throws IOException {
        Path file = folder.resolve("sheet.csv");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> CsvLayoutFinder.find(file, CsvOptions.NONE))
                .withMessageContaining("is not text");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> CsvLayoutFinder.find(folder.resolve("none.csv"), CsvOptions.NONE))
                .withMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time=when               | There is no column when; the columns are time, value.
            values=#7               | There is no column #7; the file has 2 columns.
            time=value              | The times of column value cannot be read, for example "1"
            """)
    void saysWhichToldColumnIsNotThere(String map, String said) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> find("time,value\n2026-01-31T12:00:00Z,1\n", map))
                .withMessageContaining(said);
    }

    private CsvLayout find(String csv) throws IOException {
        return find(csv, "");
    }

    private CsvLayout find(String csv, String map) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, List.of(csv.split("\n", -1)));
        if (csv.isEmpty()) {
            Files.write(file, new byte[0]);
        }
        return CsvLayoutFinder.find(file, CsvOptions.parse(map));
    }
}

package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvOptionsTest {
    @Test
    void readsEveryKey() {
        CsvOptions options = CsvOptions.parse(
                "time=Date+Clock, format=d.M.uuuu H:mm,zone=Europe/Berlin,values=Flow,sensor=Tag,separator=;,"
                        + "decimal=comma,header=yes");

        assertThat(options)
                .isEqualTo(new CsvOptions(
                        ';',
                        ',',
                        true,
                        List.of("Date", "Clock"),
                        "d.M.uuuu H:mm",
                        ZoneId.of("Europe/Berlin"),
                        List.of("Flow"),
                        "Tag"));
    }

    @Test
    void leavesEverythingToBeFoundWhenNothingIsTold() {
        assertThat(CsvOptions.parse(" ")).isEqualTo(CsvOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource({"comma, ','", "semicolon, ;", "tab, '\t'", "pipe, |", "\\t, '\t'", "~, ~"})
    void knowsSeparatorsByNameAndByCharacter(String written, char separator) {
        assertThat(CsvOptions.parse("separator=" + written).separatorOrNull()).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time                     | "time" in the mapping is not KEY=VALUE
            colour=red               | The mapping has no key colour; the keys are time, format
            separator=,              | a comma is written separator=comma
            separator=ab             | The separator ab is none
            separator=x              | The separator x is none
            zone=Mars                | The zone Mars is not known
            decimal=dot              | The mapping's decimal is comma or point, not dot.
            time=a,time=b            | The mapping gives time twice.
            sensor=a,values=b:c      | name one column in values
            """)
    void saysWhatIsWrong(String map, String said) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> CsvOptions.parse(map))
                .withMessageContaining(said);
    }
}

package dev.watchkeeper.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortTextTest {
    private static final AckOffer CODE = new AckOffer("ABCD-EFGH", null);

    @Test
    void anSmsNamesAssetCauseActionAndCode() {
        assertThat(ShortText.of(notice("P-101", "Strainer clogged", "Switch to P-102"), CODE))
                .isEqualTo("HIGH P-101: Strainer clogged. Switch to P-102. Code ABCD-EFGH");
    }

    @Test
    void longWordsAreCutAndTheCodeIsNot() {
        String text = ShortText.of(
                notice(
                        "Feed pump of the second boiler house, eastern side",
                        "Nothing like it is found in the past of the readings: another way of operating, a fault that"
                                + " begins, or a sensor that measures wrongly.",
                        "Compare the trend with an hour before. If the other sensors do not follow, check the sensor; if"
                                + " they do, check the pump on site."),
                CODE);

        assertThat(text).hasSizeLessThanOrEqualTo(160).endsWith(" Code ABCD-EFGH");
        assertThat(text).startsWith("HIGH Feed pump of the second").contains("Nothing like it", "Compare the trend");
    }

    @Test
    void signsThatWouldHalveTheRoomArePutInOthers() {
        assertThat(ShortText.of(notice("P-101", "85 °C – “too hot”…", "Let’s cool"), CODE))
                .isEqualTo("HIGH P-101: 85 C - \"too hot\".. Let's cool. Code ABCD-EFGH");
    }

    @Test
    void anEscalationSaysThatNobodyAcknowledged() {
        Notice raised = notice("P-101", "Strainer clogged", "Switch to P-102");
        Notice escalated = new Notice(
                "u",
                NoticeKind.ALARM_UNACKNOWLEDGED,
                raised.priority(),
                raised.assetOrNull(),
                raised.alarmOrNull(),
                raised.at(),
                raised.since(),
                raised.headline(),
                "",
                raised.cause(),
                "",
                raised.action(),
                List.of());

        assertThat(ShortText.of(escalated, CODE)).startsWith("HIGH P-101: Not acknowledged. Strainer clogged.");
    }

    @Test
    void withoutACauseTheHeadlineStandsAlone() {
        assertThat(ShortText.of(Notices.test("mail", SampleNotices.AT), null))
                .isEqualTo("LOW: Channel mail works: this message was sent to try it out");
    }

    private static Notice notice(String asset, String cause, String action) {
        return new Notice(
                "n",
                NoticeKind.ALARM_RAISED,
                Priority.HIGH,
                new AssetId(asset),
                new AlarmId("a"),
                SampleNotices.AT,
                SampleNotices.AT,
                "Something is abnormal",
                "",
                cause,
                "",
                action,
                List.of());
    }
}

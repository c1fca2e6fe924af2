package dev.watchkeeper.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("out").resolve("report.html");
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Curve wave(int samples) {
        return new Curve(
                LongStream.range(0, samples)
                        .map(i -> START.toEpochMilli() + 1_000 * i)
                        .toArray(),
                IntStream.range(0, samples).mapToDouble(i -> Math.sin(i / 50.0)).toArray());
    }

    private static SvgPlot plot(int samples, Lane... lanes) {
        SvgPlot plot = new SvgPlot(new TimeSpan(START, START.plusSeconds(samples)), "a wave");
        List.of(lanes).forEach(plot::lane);
        return plot;
    }

    @Test
    void textAndNamesAreEscaped() throws Exception {
        try (HtmlReport report = HtmlReport.create(file(), "<script>alert(1)</script>", "a & b \u0000 \"c\"")) {
            report.section("one", "5 > 4").table(new ReportTable("", "<b>").row("<i>'&'</i>"));
        }

        assertThat(Files.readString(file())).doesNotContain("<script", "<i>'", "\u0000");
        Document page = parsed(file());
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.getElementsByTagName("tbody").item(0).getTextContent()).isEqualTo("<i>'&'</i>");
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws Exception {
        try (HtmlReport report = HtmlReport.create(file(), "Report", "")) {
            report.section("one", "One").picture(plot(100, Lane.of("value", wave(100))), "a wave");
        }

        assertThat(Files.readString(file()))
                .doesNotContainIgnoringCase("http", "src=", "@import", "url(", "<script", "<link");
    }

    @Test
    void aTableRowLeadsToItsSection() throws Exception {
        try (HtmlReport report = HtmlReport.create(file(), "Report", "")) {
            report.table(new ReportTable("files", "file", "F1").rowTo("f1", "pump.csv", "0.9"));
            report.section("f1", "pump.csv").heading("Detail").paragraph("Text").note("Beware");
            report.section("f2", "fan.csv");
        }

        Document page = parsed(file());
        Element link = (Element) page.getElementsByTagName("a").item(0);
        assertThat(link.getAttribute("href")).isEqualTo("#f1");
        NodeList sections = page.getElementsByTagName("section");
        assertThat(((Element) sections.item(0)).getAttribute("id")).isEqualTo("f1");
        assertThat(sections.getLength()).isEqualTo(2);
    }

    @Test
    void aRowOfAnotherLengthThanTheTableIsRefused() {
        ReportTable table = new ReportTable("files", "file", "F1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("pump.csv"))
                .withMessageContaining("files");
    }

    @Test
    void aPictureHasItsCurvesWindowsAlarmsLimitsAndTheirKeys() throws Exception {
        TimeSpan window = new TimeSpan(START.plusSeconds(20), START.plusSeconds(40));
        TimeSpan alarm = new TimeSpan(START.plusSeconds(25), START.plusSeconds(25));
        SvgPlot plot = plot(
                        100,
                        Lane.of("flow", wave(100)).withHeight(60),
                        Lane.of("score", wave(100)).withLimit(0.5).withRange(0, 1))
                .shade("labelled", List.of(window))
                .alarms("alarm", List.of(alarm))
                .nameLimits("threshold");

        try (HtmlReport report = HtmlReport.create(file(), "Report", "")) {
            report.figures(List.of(new HtmlReport.Figure("0.91", "F1", "of rows")))
                    .section("one", "One")
                    .picture(plot, "all");
        }

        Document page = parsed(file());
        Element svg = (Element) page.getElementsByTagName("svg").item(0);
        assertThat(svg.getAttribute("aria-label")).isEqualTo("a wave");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(styles(svg, "rect")).containsExactly("ground", "window", "ground", "window", "strip", "alarm");
        assertThat(styles(svg, "line")).contains("limit");
        assertThat(page.getElementsByTagName("figcaption").item(0).getTextContent())
                .isEqualTo("alllabelledthresholdalarm");
    }

    private static List<String> styles(Element svg, String element) {
        NodeList found = svg.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("class"))
                .toList();
    }

    @Test
    void aLongCurveIsThinnedButKeepsItsPeaks() throws Exception {
        int samples = 500_000;
        long[] times = LongStream.range(0, samples)
                .map(i -> START.toEpochMilli() + 1_000 * i)
                .toArray();
        double[] values = new double[samples];
        values[123_456] = 1;
        values[333_333] = Double.NaN;

        try (HtmlReport report = HtmlReport.create(file(), "Report", "")) {
            report.picture(
                    plot(samples, Lane.of("peak", new Curve(times, values)).withRange(0, 1)), "");
        }

        assertThat(Files.size(file())).isLessThan(20_000);
        Element path = (Element) parsed(file()).getElementsByTagName("path").item(0);
        assertThat(path.getAttribute("d").split("L", -1))
                .containsExactly("M62 110.4", "280 110.4", "281 110.4", "281 21.6", "282 110.4", "948 110.4");
    }

    @Test
    void aPictureWithoutAnyValueIsStillAPicture() throws Exception {
        Curve nothing = new Curve(new long[] {START.toEpochMilli()}, new double[] {Double.NaN});

        try (HtmlReport report = HtmlReport.create(file(), "Report", "")) {
            report.picture(new SvgPlot(new TimeSpan(START, START), "").lane(Lane.of("none", nothing)), "nothing");
        }

        Document page = parsed(file());
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("path").getLength()).isZero();
    }

    @Test
    void aFileThatIsThereIsWrittenAnew() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "x".repeat(100_000));

        HtmlReport.create(file(), "Report", "").close();

        assertThat(Files.readString(file())).startsWith("<!DOCTYPE html>").endsWith("</html>");
    }

    @Test
    void ticksStandAtRoundMomentsHoweverLongTheSpan() {
        assertThat(labels(Duration.ofSeconds(8))).startsWith("1 Mar", "00:00:01");
        assertThat(labels(Duration.ofMinutes(20))).startsWith("1 Mar", "00:05");
        assertThat(labels(Duration.ofHours(20))).startsWith("1 Mar", "03:00");
        assertThat(labels(Duration.ofDays(14))).startsWith("2 Mar", "4 Mar");
        assertThat(labels(Duration.ofDays(300))).startsWith("Mar 2024", "May 2024");
        for (long seconds = 1; seconds < 3_000_000_000L; seconds = 3 * seconds + 1) {
            assertThat(labels(Duration.ofSeconds(seconds))).hasSizeBetween(1, 10);
        }
    }

    private static List<String> labels(Duration length) {
        return new TimeAxis(new TimeSpan(START, START.plus(length)))
                .ticks().stream().map(TimeAxis.Tick::label).toList();
    }

    @Test
    void ticksOfValuesAreRoundAndTellApart() {
        assertThat(labels(0, 1)).containsExactly("0.0", "0.5", "1.0");
        assertThat(labels(-40, 90)).containsExactly("0", "50");
        assertThat(labels(5, 5)).doesNotHaveDuplicates().isNotEmpty();
        assertThat(labels(1e9, 2e9)).containsExactly("1.0G", "1.5G", "2.0G");
        assertThat(labels(0, 870_000_000)).containsExactly("0M", "500M");
        assertThat(labels(0.00011, 0.00018)).doesNotHaveDuplicates();
    }

    private static List<String> labels(double least, double most) {
        ValueAxis axis = ValueAxis.over(least, most);
        return axis.ticks().stream().map(axis::label).toList();
    }
}

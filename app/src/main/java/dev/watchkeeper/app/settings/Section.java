package dev.watchkeeper.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the screen, in the order in which a new installation is set up. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are of List.of, which nobody can change
enum Section {
    /** Shown by a part of its own, not as lines of this screen. */
    RULES("Alarm rules", "", "", List.of(), List.of(), "", ""),
    /** The same. */
    MAINTENANCE("Maintenance", "", "", List.of(), List.of(), "", ""),
    CHANNELS(
            "Channels",
            "The ways by which messages leave.",
            "channel",
            List.of("Name", "Kind", "State"),
            List.of(150, 100, 220),
            "No channel yet",
            "Add one, such as the mail server of your company, and send a test over it."),
    RECIPIENTS(
            "Recipients",
            "Who can be reached, over which channel, at which address.",
            "recipient",
            List.of("User", "Channel", "Address"),
            List.of(120, 160, 190),
            "No recipients yet",
            "Add who is to be told. Somebody with e-mail and telephone is added twice."),
    ROUTING(
            "Routing",
            "Who is told of what, and when. Whoever is named by several rules is told once.",
            "rule",
            List.of("Rule", "Tells of", "When", "Recipients"),
            List.of(100, 150, 110, 110),
            "No rules yet",
            "Nobody is told anything until a rule says so."),
    QUIET_HOURS(
            "Quiet hours",
            "Hours in which only the urgent is told; the rest follows in one summary when they end.",
            "quiet hours",
            List.of("When", "Told all the same", "For"),
            List.of(180, 120, 170),
            "No quiet hours",
            "Messages are told at any time."),
    ESCALATION(
            "Escalation",
            "Who is told next while nobody acknowledges. A rule says which alarms begin one.",
            "escalation",
            List.of("Name", "Steps"),
            List.of(140, 330),
            "No escalation yet",
            "An alarm that nobody acknowledges is told to nobody else."),
    LOG(
            "Delivery log",
            "The newest 200 tries to send, with the server's answer.",
            "",
            List.of("Time", "Channel", "Recipient", "Message", "Outcome", "Answer"),
            List.of(86, 106, 120, 190, 100, 160),
            "Nothing sent yet",
            "Every try to send a message appears here with the server's answer."),
    /** Shown by a part of its own, not as lines of this screen. */
    ASSISTANT("Assistant", "", "", List.of(), List.of(), "", "");

    private final String label;
    private final String hint;
    private final String thing;
    private final List<String> columns;
    private final List<Integer> widths;
    private final String emptyTitle;
    private final String emptySentence;

    Section(
            String label,
            String hint,
            String thing,
            List<String> columns,
            List<Integer> widths,
            String emptyTitle,
            String emptySentence) {
        this.label = label;
        this.hint = hint;
        this.thing = thing;
        this.columns = columns;
        this.widths = widths;
        this.emptyTitle = emptyTitle;
        this.emptySentence = emptySentence;
    }

    /** The one of a name such as {@code quiet-hours}. */
    static Optional<Section> named(String word) {
        return Arrays.stream(values())
                .filter(section -> section.word().equals(word))
                .findFirst();
    }

    /** Its name in small letters. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label;
    }

    /** Whether it is shown by a part of its own. */
    boolean isOwnPart() {
        return columns.isEmpty();
    }

    String hint() {
        return hint;
    }

    /** What its lines are, in the singular; empty where nothing can be added. */
    String thing() {
        return thing;
    }

    List<String> columns() {
        return columns;
    }

    /** The width of a column when the table is as narrow as can be, in pixels. */
    double width(int column) {
        return widths.get(column);
    }

    String emptyTitle() {
        return emptyTitle;
    }

    String emptySentence() {
        return emptySentence;
    }
}

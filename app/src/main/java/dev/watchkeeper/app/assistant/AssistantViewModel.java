package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.Question;
import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.answer.Proposal;
import dev.watchkeeper.engine.assistant.memory.ConversationHead;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.question.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One conversation at a time, and the list of those before. Called on the UI thread; answers are made in the background. */
final class AssistantViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(AssistantViewModel.class);
    private static final int MOST_LISTED = 50;
    private static final int MOST_SHOWN = 60;
    private static final Pattern POINTING = Pattern.compile("(?i)\\bthis\\b");

    private final AssistantPorts ports;
    private final ScreenContext context;
    private final String user;
    private final boolean readOnly;
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<ConversationHead>> listed = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenId> screen = new ReadOnlyObjectWrapper<>(ScreenId.OVERVIEW);
    private final ReadOnlyObjectWrapper<@Nullable AlarmId> alarm = new ReadOnlyObjectWrapper<>();
    private @Nullable AlarmId listSelection;
    private @Nullable AlarmId asked;
    private @Nullable ConversationId conversation;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private long nextKey;

    AssistantViewModel(AssistantPorts ports, ScreenContext context, String user, boolean readOnly) {
        this.ports = ports;
        this.context = context;
        this.user = user;
        this.readOnly = readOnly;
    }

    ObservableList<Exchange> exchanges() {
        return exchanges;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ConversationHead>> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ScreenId> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    boolean readOnly() {
        return readOnly;
    }

    /** Which screen stands beside the pane. */
    void beside(ScreenId next) {
        screen.set(next);
        see();
    }

    /** The alarm that is selected beside the pane; null where none is. */
    ReadOnlyObjectProperty<@Nullable AlarmId> alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    /** Which alarm is selected on the screen of alarms, whether that stands beside the pane or not. */
    void selected(@Nullable AlarmId selected) {
        listSelection = selected;
        see();
    }

    private void see() {
        alarm.set(screen.get() == ScreenId.ALARMS ? listSelection : null);
    }

    /** What is worth asking here. */
    List<String> suggestions() {
        return alarm.get() == null ? Suggestions.on(screen.get()) : Suggestions.ofAlarm();
    }

    /**
     * Asks in the conversation that is shown. A blank question is none. While an alarm is selected that was not asked about yet,
     * "this" is that alarm.
     */
    void ask(String text) {
        AlarmId selected = alarm.get();
        boolean another = selected != null
                && !selected.equals(asked)
                && POINTING.matcher(text).find();
        Context focus = selected == null ? Context.NONE : new Context(null, selected, null, List.of(), null);
        ask(text, focus, another);
    }

    /** Asks one of {@link #suggestions}. */
    void askSuggested(String text) {
        AlarmId selected = alarm.get();
        if (selected == null) {
            ask(text);
        } else {
            ask(text, new Context(null, selected, null, List.of(), null));
        }
    }

    /** Asks about something that the user points at. */
    void ask(String text, Context focus) {
        ask(text, focus, true);
    }

    private void ask(String text, Context focus, boolean about) {
        if (text.isBlank() || busy.get()) {
            return;
        }
        asked = focus.alarmOrNull() == null ? asked : focus.alarmOrNull();
        long key = nextKey++;
        exchanges.add(new Exchange(key, text.strip(), new Exchange.Thinking("")));
        if (exchanges.size() > MOST_SHOWN) {
            exchanges.remove(0);
        }
        busy.set(true);
        AtomicBoolean ended = new AtomicBoolean();
        cancelled = ended;
        Question question = new Question(text, conversation, focus, about);
        inBackground(() -> answer(key, question, ended), () -> failed(key));
    }

    private void answer(long key, Question question, AtomicBoolean ended) {
        Exchange.State state;
        ConversationId id = null;
        try {
            Reply reply = ports.assistant().ask(question, new Streaming(key, ended));
            id = reply.conversation();
            state = new Exchange.Answered(reply, Rating.NONE, Map.of());
        } catch (RuntimeException e) {
            LOG.warn("the question could not be answered", e);
            state = new Exchange.Failed("The question could not be answered: " + e.getMessage() + ". Ask again.");
        }
        Exchange.State done = state;
        ConversationId begun = id;
        context.ui().execute(() -> {
            if (begun != null) {
                conversation = begun;
            }
            busy.set(false);
            change(key, exchange -> done);
        });
    }

    private void failed(long key) {
        busy.set(false);
        change(key, exchange -> new Exchange.Failed("Watchkeeper is closing; the question was not answered."));
    }

    /** Hears the words of a language model. */
    private final class Streaming implements Listener {
        private final long key;
        private final AtomicBoolean ended;
        private final StringBuilder words = new StringBuilder();

        Streaming(long key, AtomicBoolean ended) {
            this.key = key;
            this.ended = ended;
        }

        @Override
        public synchronized void words(String piece) {
            words.append(piece);
            publish();
        }

        @Override
        public synchronized void startOver() {
            words.setLength(0);
            publish();
        }

        private void publish() {
            String text = words.toString();
            context.ui()
                    .execute(() -> change(
                            key, state -> state instanceof Exchange.Thinking ? new Exchange.Thinking(text) : state));
        }

        @Override
        public boolean cancelled() {
            return ended.get();
        }
    }

    private void change(long key, Function<Exchange.State, Exchange.State> next) {
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            if (exchange.key() == key) {
                Exchange.State state = next.apply(exchange.state());
                if (!state.equals(exchange.state())) {
                    exchanges.set(i, exchange.with(state));
                }
                return;
            }
        }
    }

    /** Makes ready what the first answer would wait for. */
    void warmUp() {
        inBackground(ports.documents().warmUp(), () -> {});
    }

    /** What is known without a language model becomes the answer. */
    void cancel() {
        cancelled.set(true);
    }

    /** Carries out what was proposed, because the user clicked. */
    void carryOut(Exchange exchange, int proposal) {
        if (readOnly
                || !(exchange.state() instanceof Exchange.Answered answered)
                || answered.outcomes().containsKey(proposal)) {
            return;
        }
        Proposal wanted = answered.reply().answer().proposals().get(proposal);
        outcome(exchange.key(), proposal, "…");
        inBackground(
                () -> {
                    String said;
                    try {
                        said = "Done. " + ports.acts().carryOut(wanted, user);
                    } catch (RuntimeException e) {
                        LOG.warn("{} of {} was refused", wanted.verb(), wanted.object(), e);
                        said = "Not done: " + e.getMessage();
                    }
                    String sentence = said;
                    context.ui().execute(() -> outcome(exchange.key(), proposal, sentence));
                },
                () -> outcome(exchange.key(), proposal, "Not done: Watchkeeper is closing."));
    }

    private void outcome(long key, int proposal, String sentence) {
        change(key, state -> {
            if (!(state instanceof Exchange.Answered answered)) {
                return state;
            }
            Map<Integer, String> outcomes = new HashMap<>(answered.outcomes());
            outcomes.put(proposal, sentence);
            return new Exchange.Answered(answered.reply(), answered.rating(), outcomes);
        });
    }

    /** Keeps what the user thinks of an answer; the same again takes it back. */
    void rate(Exchange exchange, Rating rating) {
        if (!(exchange.state() instanceof Exchange.Answered answered)) {
            return;
        }
        Rating next = answered.rating() == rating ? Rating.NONE : rating;
        change(exchange.key(), state -> new Exchange.Answered(answered.reply(), next, answered.outcomes()));
        inBackground(
                () -> ports.conversations()
                        .rate(answered.reply().conversation(), answered.reply().turn(), next),
                () -> {});
    }

    /** The next question begins a conversation. */
    void begin() {
        cancel();
        conversation = null;
        asked = null;
        exchanges.clear();
    }

    /** Lists conversations: all, or those that hold a text. */
    void list(String text) {
        inBackground(
                () -> {
                    List<ConversationHead> found = text.isBlank()
                            ? ports.conversations().newest(MOST_LISTED)
                            : ports.conversations().search(text, MOST_LISTED);
                    context.ui().execute(() -> listed.set(found));
                },
                () -> {});
    }

    /** Goes on with a conversation of the past. */
    void resume(ConversationId id) {
        begin();
        conversation = id;
        inBackground(
                () -> {
                    var turns = ports.conversations().last(id, MOST_SHOWN);
                    context.ui().execute(() -> {
                        if (id.equals(conversation) && exchanges.isEmpty()) {
                            turns.forEach(turn -> exchanges.add(
                                    new Exchange(nextKey++, turn.question(), new Exchange.Kept(turn.answer()))));
                        }
                    });
                },
                () -> {});
    }

    /** Takes a conversation away for good. */
    void delete(ConversationId id, String listedBy) {
        if (id.equals(conversation)) {
            begin();
        }
        inBackground(
                () -> {
                    ports.conversations().delete(id);
                    list(listedBy);
                },
                () -> {});
    }

    private void inBackground(Runnable work, Runnable refused) {
        try {
            context.background().execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("the assistant's conversations cannot be reached", e);
                }
            });
        } catch (RejectedExecutionException shuttingDown) {
            refused.run();
        }
    }
}

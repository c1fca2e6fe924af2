package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The whole journal under its filters, its export, and the check of its seal. UI thread. */
public final class JournalPageViewModel {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int EXPORTED = 1_000_000;

    private final AlarmControls alarms;
    private final Assets assets;
    private final ScreenContext context;
    private final SavePrompt save;
    private final ObjectProperty<JournalSpan> span = new SimpleObjectProperty<>(JournalSpan.DAY);
    private final ObjectProperty<@Nullable Asset> asset = new SimpleObjectProperty<>();
    private final ObjectProperty<JournalEntry.@Nullable Kind> kind = new SimpleObjectProperty<>();
    private final StringProperty who = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<JournalPage>> page = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyStringWrapper seal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private volatile boolean stale = true;
    private boolean checking;

    JournalPageViewModel(AlarmControls alarms, Assets assets, ScreenContext context, SavePrompt save) {
        this.alarms = alarms;
        this.assets = assets;
        this.context = context;
        this.save = save;
        span.subscribe(value -> stale = true);
        asset.subscribe(value -> stale = true);
        kind.subscribe(value -> stale = true);
        who.subscribe(value -> stale = true);
        text.subscribe(value -> stale = true);
    }

    public ObjectProperty<JournalSpan> spanProperty() {
        return span;
    }

    /** Null for all. */
    public ObjectProperty<@Nullable Asset> assetProperty() {
        return asset;
    }

    /** Null for whatever happened. */
    public ObjectProperty<JournalEntry.@Nullable Kind> kindProperty() {
        return kind;
    }

    public StringProperty whoProperty() {
        return who;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<Load<JournalPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What the last check of the seal found; empty before the first. */
    public ReadOnlyStringProperty sealProperty() {
        return seal.getReadOnlyProperty();
    }

    /** What became of the last export; empty before the first. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** The assets that can be asked for. */
    public List<Asset> assets() {
        return assets.all();
    }

    /** Reads the whole journal and says whether it is as it was written. */
    public void check() {
        if (checking) {
            return;
        }
        checking = true;
        seal.set("Checking every line…");
        Instant now = context.clock().instant();
        inBackground("The journal could not be checked", () -> sealed(now), sentence -> {
            checking = false;
            seal.set(sentence);
        });
    }

    /** Asks for a file and writes all lines under the filters to it. */
    public void export() {
        save.ask("Export the journal", "journal.csv").ifPresent(this::export);
    }

    private void export(Path file) {
        JournalQuery query = query();
        outcome.set("Exporting…");
        inBackground(
                "The journal could not be exported",
                () -> {
                    JournalPage all = JournalPage.read(alarms, assets, query, EXPORTED);
                    JournalCsv.write(all, file);
                    return lines(all.rows().size()) + " written to " + file.getFileName() + ".";
                },
                outcome::set);
    }

    /** Keeps the page up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<JournalPage> loader = new Loader<>("The journal", context.background(), context.ui(), page::set);
        stale = true;
        if (seal.get().isEmpty()) {
            check();
        }
        return new Subscriptions()
                .add(loader)
                .add(alarms.onChange(alarm -> stale = true))
                .add(context.pulse().every(LOOK, () -> {
                    if (stale) {
                        stale = false;
                        JournalQuery query = query();
                        loader.load(() -> JournalPage.read(alarms, assets, query, JournalPage.MOST));
                    }
                }));
    }

    private JournalQuery query() {
        Asset of = asset.get();
        JournalEntry.Kind happened = kind.get();
        return new JournalQuery(
                span.get().until(context.clock().instant()),
                happened == null ? Set.of() : Set.of(happened),
                of == null ? "" : of.id().value(),
                who.get(),
                text.get());
    }

    private String sealed(Instant now) {
        JournalCheck check = alarms.checkJournal();
        if (check.damage().isPresent()) {
            return "The seal is broken: " + check.damage().get()
                    + ". Keep a copy of the data directory and find out who wrote there.";
        }
        return alarms.journal(JournalQuery.all(JournalSpan.EVER.until(now)), 1).stream()
                .findFirst()
                .map(newest ->
                        "Sealed up to " + context.formats().time(newest.entry().at(), now) + ": " + lines(check.lines())
                                + ", each as it was written.")
                .orElse("Sealed: there is no line yet.");
    }

    private static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    private void inBackground(String failure, Supplier<String> work, java.util.function.Consumer<String> told) {
        context.background().execute(() -> {
            String sentence;
            try {
                sentence = work.get();
            } catch (RuntimeException e) {
                org.slf4j.LoggerFactory.getLogger(JournalPageViewModel.class).warn(failure, e);
                sentence = failure + ": " + e.getMessage() + ". Try again.";
            }
            String said = sentence;
            context.ui().execute(() -> told.accept(said));
        });
    }
}

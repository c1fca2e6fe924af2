package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Settings: a section, its lines, and the selected line as a form. UI thread. */
public final class SettingsViewModel {
    /** How often what is shown is read again: the log goes on, and a keychain is unlocked. */
    static final Duration LOOK = Duration.ofSeconds(1);

    private final NotificationDesk desk;
    private final ScreenContext context;
    private final SettingsActions actions;
    private final TrialViewModel trial;
    private final SettingRows rowsOf;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.CHANNELS);
    private final ReadOnlyObjectWrapper<Load<List<SettingRow>>> rows =
            new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<@Nullable FormViewModel> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DeliveryTry> line = new ReadOnlyObjectWrapper<>();
    private final StringProperty testAddress = new SimpleStringProperty("");
    private @Nullable SettingsPicture picture;
    private @Nullable String selected;

    SettingsViewModel(NotificationDesk desk, ScreenContext context, boolean readOnly) {
        this.desk = desk;
        this.context = context;
        actions = new SettingsActions(desk, readOnly, context);
        trial = new TrialViewModel(desk, context);
        rowsOf = new SettingRows(context.formats(), readOnly);
        section.subscribe((before, now) -> {
            select(null);
            show();
        });
    }

    /** Reads what there is from now on. */
    Subscription attach() {
        Loader<SettingsPicture> loader = new Loader<>("The settings", context.background(), context.ui(), this::show);
        Runnable look = () -> loader.load(() -> SettingsPicture.read(desk));
        look.run();
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, look));
    }

    SettingsActions actions() {
        return actions;
    }

    TrialViewModel trial() {
        return trial;
    }

    ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /** The lines of the section. */
    ReadOnlyObjectProperty<Load<List<SettingRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The selected or new thing; null while there is none. */
    ReadOnlyObjectProperty<@Nullable FormViewModel> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** The selected line of the delivery log; null while there is none. */
    ReadOnlyObjectProperty<@Nullable DeliveryTry> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Where a test is sent to. */
    StringProperty testAddressProperty() {
        return testAddress;
    }

    /** The key of the selected line; empty while there is none. */
    Optional<String> selected() {
        return Optional.ofNullable(selected);
    }

    /** Whether the message of the selected line of the log was given up, and can be tried again. */
    boolean canRevive() {
        DeliveryTry now = line.get();
        SettingsPicture known = picture;
        return now != null && known != null && known.dead().contains(now.item()) && !actions.readOnly();
    }

    /** Opens an empty form for a new thing of the section. */
    void add() {
        select(null);
        if (!actions.readOnly() && picture != null) {
            open(null);
        }
    }

    /** Selects a line; null for none. */
    void select(@Nullable String key) {
        trial.clear();
        selected = key;
        form.set(null);
        line.set(null);
        SettingsPicture known = picture;
        if (key == null || known == null) {
            return;
        }
        if (section.get() == Section.LOG) {
            line.set(known.log().stream()
                    .filter(each -> (each.item() + " " + each.at()).equals(key))
                    .findFirst()
                    .orElse(null));
        } else {
            open(key);
        }
    }

    private void open(@Nullable String key) {
        SettingsPicture known = picture;
        if (known != null) {
            Drafts drafts = new Drafts(known, context.formats().zone());
            drafts.of(section.get(), key).ifPresent(draft -> form.set(new FormViewModel(draft, this::settings)));
            testAddress.set(key == null ? "" : drafts.firstAddress(key));
        }
    }

    private NotifySettings settings() {
        SettingsPicture known = picture;
        return known == null ? NotifySettings.NONE : known.settings();
    }

    /** Keeps what stands in the form, or says beside the fields why not. */
    void save() {
        FormViewModel edited = form.get();
        if (edited == null) {
            return;
        }
        Draft.Result result = edited.result();
        NotifySettings next = result.settingsOrNull();
        if (next == null) {
            edited.showAllProblems();
            return;
        }
        boolean isNew = selected == null;
        String sentence = capital(result.name()) + (isNew ? " is added." : " is changed.");
        save(next, sentence);
    }

    /** Takes the selected thing away, unless something else needs it. */
    void remove() {
        SettingsPicture known = picture;
        String key = selected;
        FormViewModel edited = form.get();
        if (known == null || key == null || edited == null) {
            return;
        }
        NotifySettings next = new Drafts(known, context.formats().zone()).without(section.get(), key);
        Optional<Problem> dangling = next.problems().stream()
                .filter(problem -> !known.settings().problems().contains(problem))
                .findFirst();
        if (dangling.isPresent()) {
            actions.refuse(
                    edited.title() + " is still needed. " + dangling.get().advice());
            return;
        }
        save(next, edited.title() + " is removed.");
    }

    private void save(NotifySettings next, String sentence) {
        actions.save(next, sentence, () -> {
            select(null);
            reread(next);
        });
    }

    /** Takes back the last save. */
    void undo() {
        NotifySettings before = actions.outcomeProperty().get().beforeOrNull();
        if (before != null) {
            actions.undo(() -> {
                select(null);
                reread(before);
            });
        }
    }

    /** Gives up what was edited. */
    void revert() {
        select(selected);
    }

    /** Sends the message of the selected line of the log again. */
    void revive() {
        DeliveryTry chosen = line.get();
        if (chosen != null && canRevive()) {
            actions.revive(chosen.item(), chosen.headline(), () -> select(null));
        }
    }

    /** Sends a test over what stands in the form. */
    void test() {
        FormViewModel edited = form.get();
        if (edited == null || actions.readOnly() || !(edited.draft() instanceof ChannelDraft draft)) {
            return;
        }
        edited.showAllProblems();
        ChannelSettings settings = draft.settings(edited.values());
        boolean addressed = !draft.kind(edited.values()).addressLabel().isEmpty();
        trial.send(
                edited.values().text("label"),
                settings,
                addressed ? testAddress.get().strip() : "");
    }

    /** What is wrong with the address to which a test is to go; empty when nothing is, or there is none. */
    String testAddressProblem() {
        FormViewModel edited = form.get();
        String address = testAddress.get().strip();
        if (address.isEmpty() || edited == null || !(edited.draft() instanceof ChannelDraft draft)) {
            return "";
        }
        return draft.settings(edited.values()).addressProblems(address).stream()
                .findFirst()
                .orElse("");
    }

    private void reread(NotifySettings settings) {
        SettingsPicture known = picture;
        if (known != null) {
            picture = new SettingsPicture("", settings, known.secretsAre(), known.log(), known.dead(), known.counts());
            show();
        }
    }

    private void show(Load<SettingsPicture> load) {
        switch (load) {
            case Load.Loading<SettingsPicture>() -> rows.set(new Load.Loading<>());
            case Load.Failed<SettingsPicture>(String sentence) -> rows.set(new Load.Failed<>(sentence));
            case Load.Ready<SettingsPicture>(SettingsPicture read) -> {
                if (read.closed().isEmpty()) {
                    picture = read;
                    show();
                } else {
                    rows.set(new Load.Failed<>(read.closed()));
                }
            }
        }
    }

    private void show() {
        SettingsPicture known = picture;
        if (known != null) {
            rows.set(new Load.Ready<>(
                    rowsOf.of(section.get(), known, context.clock().instant())));
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

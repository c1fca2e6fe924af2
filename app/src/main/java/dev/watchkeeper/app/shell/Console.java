package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.alarms.AlarmHandling;
import dev.watchkeeper.app.alarms.AlarmsScreen;
import dev.watchkeeper.app.assistant.AssistantPane;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.fx.Pulse;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.fx.SystemClipboard;
import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.maintenance.MaintenanceScreen;
import dev.watchkeeper.app.models.ModelsScreen;
import dev.watchkeeper.app.overview.OverviewScreen;
import dev.watchkeeper.app.rules.RuleActions;
import dev.watchkeeper.app.rules.RuleDialogs;
import dev.watchkeeper.app.rules.RuleOutcomeBar;
import dev.watchkeeper.app.rules.RulePorts;
import dev.watchkeeper.app.rules.RulesScreen;
import dev.watchkeeper.app.screen.AcknowledgePopup;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.settings.SettingsScreen;
import dev.watchkeeper.app.trends.TrendsScreen;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The console: strip, navigation, and one screen at a time. Only the screen that is seen takes in data.
 *
 * <p>FX application thread only, {@link dev.watchkeeper.app.fx.Toolkit#start started} before. Made, it shows itself at
 * once, however little of the engine is up; {@link #close} releases every subscription and leaves the ports alone.
 */
public final class Console implements AutoCloseable {
    private static final double DEFAULT_WIDTH = 1440;
    private static final double DEFAULT_HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    private final Map<ScreenId, Screen> screens = new EnumMap<>(ScreenId.class);
    private final Subscriptions lasting = new Subscriptions();
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final ToastView toasts = new ToastView();
    private final NavigationView navigation;
    private final AssistantDock assistant;
    private final TrendsScreen trends;
    private final AlarmsScreen alarms;
    private final ModelsScreen models;
    private final SettingsScreen settings;
    private final RuleDialogs rules;
    private final RuleActions ruleActions;
    private final RulesScreen ruleList;
    private final ReadOnlyBooleanWrapper onModels = new ReadOnlyBooleanWrapper();
    private Theme theme = Theme.ofDesktop();
    private ScreenId current = ScreenId.OVERVIEW;
    private @Nullable Subscription attached;

    public Console(ConsolePorts ports) {
        this(ports, new FramePulse(), Desktop.real(), true);
    }

    /**
     * @param blinking whether unacknowledged alarms may blink
     */
    Console(ConsolePorts ports, Pulse pulse, Desktop desktop, boolean blinking) {
        Executor ui = new UiExecutor();
        Formats formats = new Formats(ports.zone());
        Symbols symbols = new Symbols();
        Acknowledger acknowledger = new Acknowledger(ports.alarms(), ports.user(), ports.background(), ui);
        AlarmHandling handling =
                new AlarmHandling(ports.alarms(), ports.user(), ports.readOnly(), ports.background(), ui);
        Labeller labeller = new Labeller(ports.labels(), ports.user(), ports.background(), ui);
        AcknowledgePopup popup = new AcknowledgePopup(acknowledger);
        ScreenContext context = new ScreenContext(ports.clock(), formats, pulse, ui, ports.background());
        Navigator navigator = new ShellNavigator();
        OverviewScreen overview = new OverviewScreen(
                ports.alarms(), ports.assets(), ports.live(), ports.pipeline(), context, symbols, navigator);
        trends = new TrendsScreen(
                ports.alarms(),
                ports.labels(),
                ports.assets(),
                ports.live(),
                ports.history(),
                ports.rules(),
                context,
                navigator,
                labeller,
                desktop.save());
        alarms = new AlarmsScreen(
                ports.alarms(),
                ports.labels(),
                ports.assets(),
                ports.rules()::all,
                ports.devices(),
                ports.pipeline(),
                new TraceLoader(ports.history(), ports.live()),
                context,
                symbols,
                navigator,
                acknowledger,
                handling,
                labeller,
                new SystemClipboard(),
                desktop.save());
        models = new ModelsScreen(
                ports.models(),
                ports.alarms(),
                ports.labels(),
                ports.assets(),
                context,
                navigator,
                desktop,
                ports.user(),
                ports.readOnly());
        RulePorts rulePorts = new RulePorts(
                ports.rules(),
                ports.rehearsals(),
                ports.assets(),
                new TraceLoader(ports.history(), ports.live()),
                ports.settings().notifications(),
                ports.user(),
                ports.readOnly());
        ruleActions = new RuleActions(rulePorts, context);
        rules = new RuleDialogs(rulePorts, context, ruleActions, this::showRouting);
        ruleList = new RulesScreen(rulePorts, context, symbols, ruleActions, rules::open);
        settings = new SettingsScreen(
                ports.settings(),
                ruleList,
                new MaintenanceScreen(ports.maintenance(), ports.assets(), context, ports.user(), ports.readOnly()),
                context,
                ports.readOnly());
        for (Screen screen : List.of(overview, trends, alarms, models, settings)) {
            screens.put(screen.id(), screen);
        }
        ShellViewModel shell = new ShellViewModel(ports, formats, pulse, ui);
        assistant = new AssistantDock(
                close -> new AssistantPane(
                        ports.assistant(),
                        context,
                        navigator,
                        new SystemClipboard(),
                        ports.user(),
                        ports.readOnly(),
                        close),
                ports.assistant().settings(),
                ports.background(),
                ui);
        navigation = new NavigationView(this::navigate, assistant::toggle);
        content.getStyleClass().add("content");
        root.getStyleClass().add("console");
        AdviceViewModel advice = new AdviceViewModel(ports.models().models(), ports.assets(), context);
        FloodViewModel flood = new FloodViewModel(ports.alarms(), ports.assets(), context);
        root.setTop(new VBox(
                new AlarmStripView(shell, navigator, symbols, popup, ports.readOnly()),
                new FloodBar(flood, this::showGroups),
                new AdviceBar(advice, navigator, onModels)));
        root.setLeft(navigation);
        ScrollPane narrow = new ScrollPane(content);
        narrow.setFitToWidth(true);
        narrow.setFitToHeight(true);
        narrow.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        narrow.setFocusTraversable(false);
        narrow.setMinWidth(0);
        root.setCenter(new StackPane(narrow, rules.layer(), toasts));
        root.setRight(assistant);
        root.setBottom(new VBox(
                new ProblemBar(acknowledger.problemProperty()),
                new ProblemBar(labeller.problemProperty()),
                new ProblemBar(handling.problemProperty()),
                new HandledBar(handling),
                rules.bar(),
                new RuleOutcomeBar(ruleActions),
                new LabelBar(
                        labeller,
                        asset -> ports.assets().find(asset).map(Asset::label).orElse(asset.value()))));
        lasting.add(shell.attach());
        lasting.add(advice.attach());
        lasting.add(flood.attach());
        if (blinking && !Toolkit.prefersReducedMotion()) {
            lasting.add(symbols.blink(pulse));
        }
        navigate(ScreenId.OVERVIEW);
    }

    /** The whole console, for a scene of one's own; that scene then wants {@link #dress}. */
    public Parent root() {
        return root;
    }

    /** Shows the console in a window. The window's closing is the caller's matter. */
    public void show(Stage window) {
        Scene scene = new Scene(root, DEFAULT_WIDTH, DEFAULT_HEIGHT);
        dress(scene);
        window.setTitle("Watchkeeper");
        window.setMinWidth(LEAST_WIDTH);
        window.setMinHeight(LEAST_HEIGHT);
        window.setScene(scene);
        window.show();
    }

    /** Gives a scene the stylesheets of the theme, and the keys that lead from screen to screen. */
    public void dress(Scene scene) {
        theme.applyTo(scene);
        for (ScreenId screen : ScreenId.values()) {
            KeyCode digit = KeyCode.getKeyCode(String.valueOf(screen.digit()));
            scene.getAccelerators()
                    .put(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN), () -> navigate(screen));
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), ruleActions::undo);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), assistant::toggle);
    }

    public Theme theme() {
        return theme;
    }

    /** Changes the looks, at once if it is shown. */
    public void setTheme(Theme next) {
        theme = next;
        if (root.getScene() != null) {
            theme.applyTo(root.getScene());
        }
    }

    public ScreenId current() {
        return current;
    }

    /** Shows a screen; the one before stops taking in data and keeps what it shows. */
    public void navigate(ScreenId id) {
        Screen next = screen(id);
        navigation.mark(id);
        rules.putAside();
        if (attached != null && id == current) {
            return;
        }
        detach();
        current = id;
        onModels.set(id == ScreenId.MODELS);
        assistant.beside(id);
        content.getChildren().setAll(next.root());
        attached = next.attach();
    }

    /** Whether the current screen has loaded and drawn what there is to see. */
    public boolean ready() {
        return screen(current).ready() && rules.ready() && assistant.ready();
    }

    /** Shows the newest stretch of these sensors on the Trends screen, live. */
    public void showTrends(List<SensorId> sensors, Duration length) {
        trends.showNewest(sensors, length);
        navigate(ScreenId.TRENDS);
    }

    /** Shows a message above whatever screen is open, until it is closed or newer ones have come. */
    public void toast(String title, String text) {
        toasts.show(title, text, null);
    }

    /** The same about an alarm, with a button that leads to it. */
    public void toast(String title, String text, AlarmId alarm) {
        toasts.show(title, text, () -> openAlarm(alarm));
    }

    /** Shows the Alarms screen with an alarm selected, listed or not. */
    public void openAlarm(AlarmId alarm) {
        alarms.select(alarm);
        navigate(ScreenId.ALARMS);
    }

    private void showGroups(AlarmId first) {
        alarms.showGroups(first);
        navigate(ScreenId.ALARMS);
    }

    /**
     * Shows a part of a screen, such as a tab.
     *
     * @throws IllegalArgumentException when the screen has none of that name
     */
    public void navigate(ScreenId id, String part) {
        screen(id).showPart(part);
        navigate(id);
    }

    /** Opens the assistant beside the screen and asks it. */
    public void ask(String question) {
        assistant.ask(question);
    }

    /** Shows the models of an asset. */
    public void showModel(AssetId asset) {
        models.select(asset);
        navigate(ScreenId.MODELS);
    }

    /** Event time of the newest of a sensor that the Trends screen draws; empty while there is none. */
    public Optional<Instant> drawnUntil(SensorId sensor) {
        return trends.drawnUntil(sensor);
    }

    @Override
    public void close() {
        rules.close();
        detach();
        lasting.close();
    }

    private Screen screen(ScreenId id) {
        Screen screen = screens.get(id);
        if (screen == null) {
            throw new IllegalArgumentException("no screen " + id);
        }
        return screen;
    }

    private void detach() {
        if (attached != null) {
            attached.close();
            attached = null;
        }
    }

    private final class ShellNavigator implements Navigator {
        @Override
        public void openTrends(List<SensorId> sensors) {
            trends.show(sensors);
            navigate(ScreenId.TRENDS);
        }

        @Override
        public void openTrends(List<SensorId> sensors, TimeSpan span) {
            trends.show(sensors, span);
            navigate(ScreenId.TRENDS);
        }

        @Override
        public void openAlarm(AlarmId alarm) {
            Console.this.openAlarm(alarm);
        }

        @Override
        public void openModel(AssetId asset) {
            showModel(asset);
        }

        @Override
        public void open(ScreenId screen) {
            navigate(screen);
        }

        @Override
        public void ask(AlarmId alarm) {
            assistant.ask(alarm);
        }

        @Override
        public void ask(List<SensorId> sensors, TimeSpan span) {
            assistant.ask(sensors, span);
        }

        @Override
        public void openRule(RuleDraft draft) {
            rules.open(draft);
        }
    }

    /** Shows the dialog of alarm rules above the current screen. */
    public void openRule(RuleDraft draft) {
        rules.open(draft);
    }

    /** Selects a rule in the list of alarm rules. */
    void selectRule(RuleId rule) {
        ruleList.select(rule);
    }

    /** Rehearses what stands in the dialog of alarm rules, if it can be. */
    void rehearseRule() {
        rules.rehearse();
    }

    /** Shows the maintenance windows among the settings. */
    void showMaintenance() {
        settings.showMaintenance();
        navigate(ScreenId.SETTINGS);
    }

    private void showRouting() {
        settings.showRouting();
        navigate(ScreenId.SETTINGS);
    }
}

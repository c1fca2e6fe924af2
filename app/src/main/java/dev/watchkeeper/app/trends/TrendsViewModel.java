package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.chart.AlarmMark;
import dev.watchkeeper.app.chart.LabelMark;
import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.Trace;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Which sensors are shown over which stretch of time, live or not, and the picture of them. A gesture moves the
 * picture at once with the traces there are; the traces for it follow from the background. UI thread.
 */
public final class TrendsViewModel {
    /** What a trend begins with. */
    static final Duration FIRST_LENGTH = Duration.ofMinutes(30);

    private static final Duration FRAME = Duration.ofMillis(50);
    private static final int FRAMES_PER_LOAD = 4;
    private static final int FRAMES_PER_QUIET_LOAD = 20;
    private static final int FIRST_COLUMNS = 800;

    private final TrendReader reader;
    private final Assets assets;
    private final LiveReadings live;
    private final ScreenContext context;
    private final TrendLabels picked;
    private final ObservableList<Asset> tree = FXCollections.observableArrayList();
    private final ObservableList<SensorId> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<LaneMode> laneMode = new SimpleObjectProperty<>(LaneMode.PER_SENSOR);
    private final ReadOnlyObjectWrapper<Viewport> viewport;
    private final ReadOnlyObjectWrapper<TrendPicture> picture;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<Trace> traces = List.of();
    private List<AlarmMark> marks = List.of();
    private List<LabelMark> labels = List.of();
    private List<LimitMark> limits = List.of();
    private int columns = FIRST_COLUMNS;
    private boolean wanting = true;
    private boolean loaded;
    private boolean suggested;
    private boolean retry;

    TrendsViewModel(TrendReader reader, Assets assets, LiveReadings live, ScreenContext context, TrendLabels picked) {
        this.reader = reader;
        this.assets = assets;
        this.live = live;
        this.context = context;
        this.picked = picked;
        Viewport first = Viewport.live(FIRST_LENGTH, context.clock().instant());
        viewport = new ReadOnlyObjectWrapper<>(first);
        picture = new ReadOnlyObjectWrapper<>(new TrendPicture(first, List.of(), List.of()));
        chosen.addListener((ListChangeListener<SensorId>) change -> wanting = true);
        laneMode.subscribe(mode -> paint());
        picked.pickedProperty().subscribe(span -> paint());
    }

    /** The assets to choose from. */
    public ObservableList<Asset> tree() {
        return tree;
    }

    /** The sensors that are shown, in the order of the lanes. */
    public ObservableList<SensorId> chosen() {
        return chosen;
    }

    public ObjectProperty<LaneMode> laneModeProperty() {
        return laneMode;
    }

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TrendPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the newest load failed, in one sentence; empty when it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the chosen sensors have been loaded once. */
    public boolean loaded() {
        return loaded && !wanting;
    }

    /** Tells how many columns there is room for. */
    public void setColumns(int room) {
        if (room > 0 && room != columns) {
            columns = room;
            wanting = true;
        }
    }

    /** Adds a sensor below the others, or takes it away. */
    public void choose(SensorId sensor, boolean shown) {
        suggested = true;
        if (shown && !chosen.contains(sensor)) {
            chosen.add(sensor);
        } else if (!shown) {
            chosen.remove(sensor);
        }
    }

    /** Shows these sensors, and these alone. */
    public void choose(List<SensorId> sensors) {
        suggested = true;
        chosen.setAll(sensors);
    }

    /** The newest stretch of a length. */
    public void showNewest(Duration length) {
        move(Viewport.live(length, now()));
    }

    public void showSpan(TimeSpan span) {
        move(Viewport.still(span));
    }

    /** From the first reading of the chosen sensors until now. */
    public void showAll() {
        List<SensorId> sensors = List.copyOf(chosen);
        context.background().execute(() -> {
            Optional<Instant> first = reader.firstReading(sensors);
            context.ui()
                    .execute(() -> first.map(start -> Duration.between(start, now()))
                            .filter(length -> length.toMillis() > Viewport.SHORTEST_MILLIS)
                            .ifPresent(this::showNewest));
        });
    }

    public void follow() {
        move(viewport.get().follow(now()));
    }

    public void pan(long byMillis) {
        move(viewport.get().panned(byMillis, now()));
    }

    public void zoom(double factor, long anchorMillis) {
        move(viewport.get().zoomed(factor, anchorMillis, now()));
    }

    /** What is picked to be labelled. */
    TrendLabels labels() {
        return picked;
    }

    /** Says what the picked span of the shown sensors was. */
    public void label(LabelKind kind, String reason) {
        picked.label(List.copyOf(chosen), kind, reason);
    }

    /** Keeps the picture up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<TrendReader.Answer> loader =
                new Loader<>("The trend", context.background(), context.ui(), this::publish);
        Loader<List<SensorId>> suggestion =
                new Loader<>("The suggestion", context.background(), context.ui(), this::publishSuggestion);
        Beat beat = new Beat(loader, suggestion);
        wanting = true;
        return new Subscriptions()
                .add(loader)
                .add(suggestion)
                .add(picked.onChange(change -> beat.labelled = true))
                .add(context.pulse().every(FRAME, beat::tick));
    }

    private void publish(Load<TrendReader.Answer> load) {
        switch (load) {
            case Load.Ready<TrendReader.Answer>(TrendReader.Answer answer) -> {
                traces = answer.traces();
                marks = answer.marks();
                labels = answer.labels();
                limits = answer.limits();
                loaded = true;
                problem.set("");
                paint();
            }
            case Load.Failed<TrendReader.Answer>(String sentence) -> {
                retry = true;
                problem.set(sentence);
            }
            case Load.Loading<TrendReader.Answer>() -> {}
        }
    }

    private void publishSuggestion(Load<List<SensorId>> load) {
        if (load instanceof Load.Ready<List<SensorId>>(List<SensorId> sensors) && !suggested && !sensors.isEmpty()) {
            choose(sensors);
        }
    }

    private void move(Viewport next) {
        viewport.set(next);
        wanting = true;
        paint();
    }

    private void paint() {
        List<Lane> lanes = laneMode.get() == LaneMode.PER_SENSOR ? Lane.perSensor(traces) : Lane.perUnit(traces);
        picture.set(new TrendPicture(
                viewport.get(),
                lanes,
                marks,
                labels,
                picked.pickedProperty().get().map(TrendLabels.Picked::span).orElse(null),
                null,
                limits));
    }

    private Instant now() {
        return context.clock().instant();
    }

    private final class Beat {
        private final Loader<TrendReader.Answer> loader;
        private final Loader<List<SensorId>> suggestion;
        private long seenAssets = -1;
        private long seenReadings = -1;
        private int frames;
        private int asked;
        private volatile boolean labelled;

        Beat(Loader<TrendReader.Answer> loader, Loader<List<SensorId>> suggestion) {
            this.loader = loader;
            this.suggestion = suggestion;
        }

        void tick() {
            frames++;
            takeOverAssets();
            if (labelled) {
                labelled = false;
                wanting = true;
            }
            Viewport shown = viewport.get();
            Viewport moved = shown.at(now());
            long pixelMillis = Math.max(1, shown.lengthMillis() / columns);
            if (moved.endMillis() - shown.endMillis() >= pixelMillis) {
                viewport.set(moved);
                paint();
            }
            if (due(shown.live())) {
                frames = 0;
                wanting = false;
                retry = false;
                seenReadings = live.version();
                List<SensorId> sensors = List.copyOf(chosen);
                Viewport wanted = viewport.get();
                int room = columns;
                loader.load(() -> reader.read(sensors, wanted, room));
            }
        }

        private boolean due(boolean following) {
            if (wanting) {
                return true;
            }
            boolean fresh = following && live.version() != seenReadings && frames >= FRAMES_PER_LOAD;
            return fresh || ((following || retry) && frames >= FRAMES_PER_QUIET_LOAD);
        }

        private void takeOverAssets() {
            long version = assets.version();
            if (version != seenAssets) {
                seenAssets = version;
                tree.setAll(assets.all());
                wanting = true;
            }
            if (!suggested && !tree.isEmpty() && (asked == 0 || frames % FRAMES_PER_QUIET_LOAD == 0)) {
                asked++;
                suggestion.load(reader::suggestion);
            }
        }
    }
}

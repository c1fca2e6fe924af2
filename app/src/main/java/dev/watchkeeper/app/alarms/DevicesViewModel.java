package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceStates;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is the matter with devices, now and in the last 24 hours, and the way to their trends. UI thread. */
public final class DevicesViewModel {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DeviceStates devices;
    private final Supplier<PipelineStatus> pipeline;
    private final Assets assets;
    private final ScreenContext context;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Load<DevicePage>> page = new ReadOnlyObjectWrapper<>(new Load.Loading<>());

    DevicesViewModel(
            DeviceStates devices,
            Supplier<PipelineStatus> pipeline,
            Assets assets,
            ScreenContext context,
            Navigator navigator) {
        this.devices = devices;
        this.pipeline = pipeline;
        this.assets = assets;
        this.context = context;
        this.navigator = navigator;
    }

    public ReadOnlyObjectProperty<Load<DevicePage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Shows the sensor on Trends, live; the pipeline has none. */
    public void open(DeviceRow row) {
        SensorId sensor = row.sensorOrNull();
        if (sensor != null) {
            navigator.openTrends(List.of(sensor));
        }
    }

    /** Shows the sensor on Trends as it was then. */
    public void open(PastDeviceRow row) {
        navigator.openTrends(List.of(row.id()), row.shown());
    }

    /** Keeps the page up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<DevicePage> loader =
                new Loader<>("The states of devices", context.background(), context.ui(), page::set);
        Runnable look = () -> {
            Instant now = context.clock().instant();
            loader.load(() -> DevicePage.read(devices, pipeline.get(), assets, context.formats(), now));
        };
        look.run();
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, look));
    }
}

package dev.watchkeeper.engine.wire;

import java.util.Collection;
import java.util.List;

/** Keeps how far readers of the stream have come. Thread-safe. */
public interface PositionBook {
    /** How far a reader has come, for each partition that it has read. */
    List<StreamPosition> positions(String reader);

    /** Keeps how far a reader has come, also where that lies further back than before; other partitions stay as they are. */
    void save(String reader, Collection<StreamPosition> positions);
}

package dev.watchkeeper.stream.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** What travels between operators is a POJO without Kryo: a field that needs it would fail the job on a cluster. */
class SerializationTest {
    @Test
    void recordsBetweenOperatorsArePojosWithoutKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RawRecord.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Incoming.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Outgoing.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RunningModel.class);
        assertThat(TypeInformation.of(Outgoing.class).isKeyType()).isFalse();
    }

    @Test
    void aSensorsWatchReadBackJudgesAsTheOneThatWasWritten() throws IOException {
        SensorWatch watch = new SensorWatch(SensorId.of("P-1", "flow"), Sensitivity.NORMAL);
        for (int i = 0; i < 400; i++) {
            watch.judge(1_000L * i, Math.sin(i / 9.0));
        }

        DataOutputSerializer out = new DataOutputSerializer(64);
        SensorWatchSerializer.INSTANCE.serialize(watch, out);
        SensorWatch again =
                SensorWatchSerializer.INSTANCE.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(again.judge(400_000, 25)).isEqualTo(watch.judge(400_000, 25));
    }
}

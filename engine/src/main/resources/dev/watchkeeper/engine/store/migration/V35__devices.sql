-- What devices went through (NAMUR NE 107). Lines are added, never changed and never taken away; each ends the one before of
-- its sensor.
CREATE TABLE device_change (
  line   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asset  VARCHAR NOT NULL,
  sensor VARCHAR NOT NULL,
  state  VARCHAR NOT NULL,
  since  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  why    VARCHAR NOT NULL,
  action VARCHAR NOT NULL
);
CREATE INDEX device_change_by_sensor ON device_change (asset, sensor, line);
CREATE TRIGGER device_change_append_only BEFORE UPDATE, DELETE ON device_change FOR EACH ROW
  CALL 'dev.watchkeeper.engine.store.AppendOnly';

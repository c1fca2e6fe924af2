-- How it can be told whether an asset runs: by a sensor of it, from a value on. Null where it cannot.
ALTER TABLE asset ADD COLUMN running_sensor VARCHAR(200);
ALTER TABLE asset ADD COLUMN running_at_least DOUBLE PRECISION;
ALTER TABLE asset ADD COLUMN running_after VARCHAR(40);

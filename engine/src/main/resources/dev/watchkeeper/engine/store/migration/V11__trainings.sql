-- Trainings that were ordered, also by other processes than the one that trains.
CREATE TABLE training (
  line         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id           VARCHAR NOT NULL UNIQUE,
  asset        VARCHAR NOT NULL,
  asked_by     VARCHAR NOT NULL,
  cause        VARCHAR NOT NULL,
  span_start   TIMESTAMP(9) WITH TIME ZONE,
  span_end     TIMESTAMP(9) WITH TIME ZONE,
  promote      BOOLEAN NOT NULL,
  asked_at     TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- WAITING, RUNNING, FINISHED, FAILED or CANCELLED
  state        VARCHAR NOT NULL,
  done         DOUBLE PRECISION NOT NULL,
  sentence     VARCHAR NOT NULL,
  cancelled_by VARCHAR,
  -- the version that came of it
  number       INTEGER,
  ended_at     TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX training_by_state ON training (state, line);
CREATE INDEX training_by_asset ON training (asset, line DESC);

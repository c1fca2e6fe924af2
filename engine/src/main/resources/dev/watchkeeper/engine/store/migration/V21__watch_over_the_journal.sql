-- One row: how far the journal is worked in, and since when alarms flood.
CREATE TABLE watch_state (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  line        BIGINT NOT NULL,
  flood_since TIMESTAMP(9) WITH TIME ZONE
);

-- The priority at which an alarm was last told.
CREATE TABLE told_alarm (
  alarm    VARCHAR PRIMARY KEY REFERENCES alarm (id) ON DELETE CASCADE,
  priority VARCHAR NOT NULL
);

-- Escalations that run.
CREATE TABLE escalation (
  alarm VARCHAR NOT NULL REFERENCES alarm (id) ON DELETE CASCADE,
  chain VARCHAR NOT NULL,
  step  INTEGER NOT NULL,
  due   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (alarm, chain)
);

-- Notices that wait to be told in a digest.
CREATE TABLE held_notice (
  notice    VARCHAR NOT NULL,
  recipient VARCHAR NOT NULL,
  line      BIGINT GENERATED ALWAYS AS IDENTITY,
  -- JSON, both
  content   VARCHAR NOT NULL,
  addressee VARCHAR NOT NULL,
  due       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (notice, recipient)
);

-- When each channel last had a digest.
CREATE TABLE last_digest (
  channel VARCHAR PRIMARY KEY,
  at      TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

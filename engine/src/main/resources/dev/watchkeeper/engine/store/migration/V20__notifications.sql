-- Notices on their way over a channel. The id is derived from what happened, so that it is written once.
CREATE TABLE outbox (
  id            VARCHAR PRIMARY KEY,
  line          BIGINT GENERATED ALWAYS AS IDENTITY,
  channel       VARCHAR NOT NULL,
  -- JSON: those who are still to be reached
  recipients    VARCHAR NOT NULL,
  alarm         VARCHAR,
  kind          VARCHAR NOT NULL,
  -- JSON
  notice        VARCHAR NOT NULL,
  state         VARCHAR NOT NULL,
  written_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  tries         INTEGER NOT NULL,
  next_try      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  holds_channel BOOLEAN NOT NULL,
  reason        VARCHAR NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (state, channel, line);
CREATE INDEX outbox_by_alarm ON outbox (alarm);

-- The delivery log: every try to send.
CREATE TABLE delivery_try (
  line      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item      VARCHAR NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  at        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  channel   VARCHAR NOT NULL,
  headline  VARCHAR NOT NULL,
  addressed VARCHAR NOT NULL,
  outcome   VARCHAR NOT NULL,
  answer    VARCHAR NOT NULL
);
CREATE INDEX delivery_try_by_item ON delivery_try (item);

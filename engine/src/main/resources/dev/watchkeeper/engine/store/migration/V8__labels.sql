-- What was said, and taken back, of alarms and spans. Lines are added, never changed and never taken away.
CREATE TABLE label_change (
  line       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  label      VARCHAR NOT NULL,
  -- counts the changes of a label from 1
  ordinal    INTEGER NOT NULL,
  -- PUT or UNDONE
  action     VARCHAR NOT NULL,
  who        VARCHAR NOT NULL,
  at         TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- the answer that was given or taken back
  asset      VARCHAR NOT NULL,
  -- JSON: ["name", …]; empty for the whole asset
  sensors    VARCHAR NOT NULL,
  span_start TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  span_end   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  alarm      VARCHAR,
  kind       VARCHAR NOT NULL,
  reason     VARCHAR NOT NULL,
  given_by   VARCHAR NOT NULL,
  given_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  CONSTRAINT label_change_once UNIQUE (label, ordinal)
);

-- The answers that count: what follows from label_change.
CREATE TABLE label (
  id         VARCHAR PRIMARY KEY,
  asset      VARCHAR NOT NULL,
  sensors    VARCHAR NOT NULL,
  span_start TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  span_end   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  alarm      VARCHAR,
  kind       VARCHAR NOT NULL,
  reason     VARCHAR NOT NULL,
  given_by   VARCHAR NOT NULL,
  given_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX label_by_asset ON label (asset, span_start);
CREATE INDEX label_by_start ON label (span_start);

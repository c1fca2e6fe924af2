-- Who takes care of an alarm; null while nobody does.
ALTER TABLE alarm ADD COLUMN owner VARCHAR;
-- JSON: [{"rule": "", "kind": "SHELVED", "by": …, "why": …, "since": ISO 8601, "until": ISO 8601 or null}, …]; null while shown
ALTER TABLE alarm ADD COLUMN suppressions VARCHAR;

-- What is suppressed now: what follows from suppression_change.
CREATE TABLE suppression (
  asset VARCHAR NOT NULL,
  -- empty for all alarms of the asset
  rule  VARCHAR NOT NULL,
  -- SHELF, DESIGN or SERVICE
  slot  VARCHAR NOT NULL,
  kind  VARCHAR NOT NULL,
  who   VARCHAR NOT NULL,
  why   VARCHAR NOT NULL,
  since TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  until TIMESTAMP(9) WITH TIME ZONE,
  PRIMARY KEY (asset, rule, slot)
);

-- What was suppressed and let go. Lines are added, never changed and never taken away.
CREATE TABLE suppression_change (
  line    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asset   VARCHAR NOT NULL,
  rule    VARCHAR NOT NULL,
  "trigger" VARCHAR NOT NULL,
  who     VARCHAR NOT NULL,
  why     VARCHAR NOT NULL,
  at      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- what stands afterwards; null where nothing does
  kind    VARCHAR,
  until   TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX suppression_change_by_time ON suppression_change (at);

-- Each line's digest covers the line and the digest before it, so that a changed line shows.
ALTER TABLE journal ADD COLUMN digest VARCHAR;
-- The newest digest and how many lines there are, so that lines missing at the end show. One row.
CREATE TABLE journal_head (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  lines  BIGINT NOT NULL,
  digest VARCHAR NOT NULL
);
INSERT INTO journal_head (one, lines, digest) VALUES (1, 0, '');

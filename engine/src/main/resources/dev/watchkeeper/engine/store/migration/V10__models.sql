-- Versions never change.
CREATE TABLE model_version (
  asset             VARCHAR NOT NULL,
  number            INTEGER NOT NULL,
  trained_at        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  asked_by          VARCHAR NOT NULL,
  cause             VARCHAR NOT NULL,
  span_start        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  span_end          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  choice            VARCHAR NOT NULL,
  -- what was measured on validation
  longest_days      DOUBLE PRECISION NOT NULL,
  expected          DOUBLE PRECISION NOT NULL,
  observed          BIGINT NOT NULL,
  episodes          BIGINT NOT NULL,
  -- how many uses of each kind the leakage report looked at
  checked_windows   INTEGER NOT NULL,
  checked_readings  INTEGER NOT NULL,
  checked_fitted    INTEGER NOT NULL,
  checked_labels    INTEGER NOT NULL,
  checked_groups    INTEGER NOT NULL,
  -- JSON: ["sentence", …]; empty where nothing leaks
  leaks             VARCHAR NOT NULL,
  imported          BOOLEAN NOT NULL,
  run               VARCHAR,
  PRIMARY KEY (asset, number)
);

-- Which version is to have which role; 0 for no trained version.
CREATE TABLE model_standing (
  asset            VARCHAR PRIMARY KEY,
  champion         INTEGER NOT NULL,
  champion_since   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- JSON: the champions before, the newest last
  previous         VARCHAR NOT NULL,
  challenger       INTEGER NOT NULL,
  challenger_since TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE TABLE model_policy (
  asset VARCHAR PRIMARY KEY,
  json  VARCHAR NOT NULL
);

-- Lines are added, never changed and never taken away.
CREATE TABLE model_audit (
  line        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asset       VARCHAR NOT NULL,
  at          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  who         VARCHAR NOT NULL,
  action      VARCHAR NOT NULL,
  from_number INTEGER NOT NULL,
  to_number   INTEGER NOT NULL,
  note        VARCHAR NOT NULL
);
CREATE INDEX model_audit_by_asset ON model_audit (asset, line DESC);

CREATE TABLE tracking_run (
  id                VARCHAR PRIMARY KEY,
  asset             VARCHAR NOT NULL,
  model_number      INTEGER NOT NULL,
  started_at        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at          TIMESTAMP(9) WITH TIME ZONE,
  started_by        VARCHAR NOT NULL,
  status            VARCHAR NOT NULL,
  -- JSON: {"name": "value", …}
  params            CHARACTER LARGE OBJECT NOT NULL,
  -- JSON: the last point of each metric
  metrics           CHARACTER LARGE OBJECT NOT NULL,
  -- the model number once the run's model is registered
  registered_number INTEGER,
  CONSTRAINT tracking_version_once UNIQUE (asset, registered_number)
);
CREATE INDEX tracking_run_by_asset ON tracking_run (asset, started_at DESC);

-- Either the bytes or the place of the file.
CREATE TABLE tracking_artefact (
  run   VARCHAR NOT NULL REFERENCES tracking_run (id),
  path  VARCHAR NOT NULL,
  bytes BINARY LARGE OBJECT,
  file  VARCHAR,
  PRIMARY KEY (run, path)
);

CREATE TABLE tracking_alias (
  asset VARCHAR NOT NULL,
  alias VARCHAR NOT NULL,
  run   VARCHAR NOT NULL REFERENCES tracking_run (id),
  PRIMARY KEY (asset, alias)
);

-- Lines are added, never changed and never taken away.
CREATE TABLE tracking_change (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asset    VARCHAR NOT NULL,
  run      VARCHAR,
  kind     VARCHAR NOT NULL,
  -- JSON of a RunChange of this kind
  body     CHARACTER LARGE OBJECT NOT NULL
);
CREATE INDEX tracking_change_by_run ON tracking_change (run, kind);

-- What became of a change at a server; no line while it waits.
CREATE TABLE mirror_delivery (
  server VARCHAR NOT NULL,
  change BIGINT NOT NULL REFERENCES tracking_change (sequence),
  -- TRIED, SENT or REFUSED
  state  VARCHAR NOT NULL,
  why    VARCHAR NOT NULL,
  PRIMARY KEY (server, change)
);
CREATE INDEX mirror_delivery_by_state ON mirror_delivery (server, state);

-- What a run is called at a server.
CREATE TABLE mirror_place (
  server        VARCHAR NOT NULL,
  run           VARCHAR NOT NULL REFERENCES tracking_run (id),
  experiment_id VARCHAR NOT NULL,
  run_id        VARCHAR NOT NULL,
  files         VARCHAR NOT NULL,
  version       VARCHAR NOT NULL,
  PRIMARY KEY (server, run)
);

CREATE TABLE asset (
  id    VARCHAR PRIMARY KEY,
  label VARCHAR NOT NULL,
  area  VARCHAR NOT NULL
);

CREATE TABLE sensor (
  asset           VARCHAR NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
  name            VARCHAR NOT NULL,
  -- place in the asset, in the order in which sensors are shown
  place           INTEGER NOT NULL,
  label           VARCHAR NOT NULL,
  unit            VARCHAR NOT NULL,
  -- guidance: all four or none
  cause           VARCHAR,
  consequence     VARCHAR,
  action          VARCHAR,
  time_to_respond VARCHAR,
  PRIMARY KEY (asset, name)
);

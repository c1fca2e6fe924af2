CREATE TABLE alarm (
  id                  VARCHAR PRIMARY KEY,
  asset               VARCHAR NOT NULL,
  rule                VARCHAR NOT NULL,
  message             VARCHAR NOT NULL,
  priority            VARCHAR NOT NULL,
  state               VARCHAR NOT NULL,
  opened_at           TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  raised_at           TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  closed_at           TIMESTAMP(9) WITH TIME ZONE,
  window_start        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  window_end          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  score               DOUBLE PRECISION NOT NULL,
  -- JSON: [{"sensor": "asset/name", "share": 0.7}, …], the largest first
  contributions       VARCHAR NOT NULL,
  cause               VARCHAR NOT NULL,
  consequence         VARCHAR NOT NULL,
  action              VARCHAR NOT NULL,
  -- ISO 8601, such as PT10M
  time_to_respond     VARCHAR NOT NULL,
  acknowledged_by     VARCHAR,
  acknowledged_at     TIMESTAMP(9) WITH TIME ZONE,
  acknowledgment_note VARCHAR
);
CREATE INDEX alarm_by_opening ON alarm (opened_at DESC, id);
CREATE INDEX alarm_by_state ON alarm (state);

-- Lines are added, never changed and never taken away.
CREATE TABLE journal (
  line  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  alarm VARCHAR NOT NULL REFERENCES alarm (id),
  at    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  kind  VARCHAR NOT NULL,
  who   VARCHAR NOT NULL,
  text  VARCHAR NOT NULL,
  CONSTRAINT journal_line_once UNIQUE (alarm, at, kind, who, text)
);

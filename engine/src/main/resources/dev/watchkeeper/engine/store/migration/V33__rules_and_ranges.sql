-- Every version of every rule. Lines are added, never changed and never taken away.
CREATE TABLE alarm_rule_version (
  asset           VARCHAR NOT NULL,
  -- of its condition, such as pressure:high
  name            VARCHAR NOT NULL,
  -- counts the versions of the rule from 1
  number          INTEGER NOT NULL,
  who             VARCHAR NOT NULL,
  at              TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  why             VARCHAR NOT NULL,
  -- what is watched, as a record of the rules topic; null, like all that follows, where the rule was removed
  condition       VARCHAR,
  priority        VARCHAR,
  cause           VARCHAR,
  consequence     VARCHAR,
  action          VARCHAR,
  -- ISO 8601
  time_to_respond VARCHAR,
  latching        BOOLEAN,
  -- ISO 8601; null for never
  realarm_after   VARCHAR,
  enabled         BOOLEAN,
  PRIMARY KEY (asset, name, number)
);
CREATE TRIGGER alarm_rule_version_append_only BEFORE UPDATE, DELETE ON alarm_rule_version FOR EACH ROW
  CALL 'dev.watchkeeper.engine.store.AppendOnly';

-- What the instrument can measure, in the sensor's unit; null where nobody has said
ALTER TABLE sensor ADD COLUMN range_low DOUBLE PRECISION;
ALTER TABLE sensor ADD COLUMN range_high DOUBLE PRECISION;

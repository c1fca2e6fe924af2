-- Codes that were given out; the codes themselves are nowhere.
CREATE TABLE ack_code (
  digest      VARCHAR PRIMARY KEY,
  alarm       VARCHAR NOT NULL,
  given_to    VARCHAR NOT NULL,
  expires_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  redeemed_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX ack_code_by_expiry ON ack_code (expires_at);

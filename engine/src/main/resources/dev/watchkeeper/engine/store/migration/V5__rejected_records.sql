-- The newest rejected records; the older ones are taken away and live on in reject_count.
CREATE TABLE rejected_record (
  topic           VARCHAR NOT NULL,
  topic_partition INTEGER NOT NULL,
  record_offset   BIGINT NOT NULL,
  arrival         BIGINT GENERATED ALWAYS AS IDENTITY,
  reason          VARCHAR NOT NULL,
  detail          VARCHAR NOT NULL,
  at              TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  head            VARBINARY NOT NULL,
  PRIMARY KEY (topic, topic_partition, record_offset)
);
CREATE UNIQUE INDEX rejected_record_by_arrival ON rejected_record (arrival);

-- How many were ever rejected, by reason.
CREATE TABLE reject_count (
  reason  VARCHAR PRIMARY KEY,
  records BIGINT NOT NULL
);

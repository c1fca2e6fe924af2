-- How far each reader of the stream has worked in each partition.
CREATE TABLE stream_position (
  reader          VARCHAR NOT NULL,
  topic           VARCHAR NOT NULL,
  topic_partition INTEGER NOT NULL,
  next_offset     BIGINT NOT NULL,
  PRIMARY KEY (reader, topic, topic_partition)
);

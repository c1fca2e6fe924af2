/** What sends readings to the topics: replays of files. */
@NullMarked
package dev.watchkeeper.stream.ingest;

import org.jspecify.annotations.NullMarked;

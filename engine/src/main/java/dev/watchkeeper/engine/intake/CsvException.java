package dev.watchkeeper.engine.intake;

/** A file that cannot be read as sensor data. The message is for people: what was looked for, and how to give it by hand. */
public final class CsvException extends RuntimeException {
    public CsvException(String sentence) {
        super(sentence);
    }

    public CsvException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

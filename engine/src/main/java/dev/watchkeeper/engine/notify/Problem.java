package dev.watchkeeper.engine.notify;

/**
 * What is wrong with one field of a form.
 *
 * @param field the name of the record's component
 * @param advice what to do, as a sentence
 */
public record Problem(String field, String advice) {}

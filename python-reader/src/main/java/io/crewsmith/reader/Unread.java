package io.crewsmith.reader;

/**
 * Something in a module that says nothing a configuration could say.
 *
 * @param line 1-based
 * @param column 1-based, in characters
 * @param reason what it is and why it could not be read
 */
public record Unread(int line, int column, String reason) {}

package io.crewsmith.catalogue;

/**
 * One thing wrong with a configuration.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value; empty for the whole
 * @param code stable id of the rule that it breaks
 * @param message what is wrong and what to do
 */
public record Problem(String pointer, String code, String message) {}

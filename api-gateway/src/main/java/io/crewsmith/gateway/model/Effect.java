package io.crewsmith.gateway.model;

/**
 * An event that a command led to.
 *
 * @param type simple name of the record
 * @param event its JSON
 */
public record Effect(String type, String event) {}

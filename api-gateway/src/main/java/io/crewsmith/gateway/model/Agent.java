package io.crewsmith.gateway.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The newest revision of an agent.
 *
 * @param configuration canonical JSON
 */
public record Agent(UUID id, String key, int revision, String configuration, String author, Instant savedAt) {}

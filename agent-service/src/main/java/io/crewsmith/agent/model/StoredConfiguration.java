package io.crewsmith.agent.model;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent, a crew or a task as it is stored now.
 *
 * @param revision counted from 1
 * @param author who last changed the configuration
 * @param configuration canonical JSON
 * @param digest SHA-256 of that text
 */
public record StoredConfiguration(
        UUID id, String key, int revision, String author, String configuration, String digest, Instant savedAt) {}

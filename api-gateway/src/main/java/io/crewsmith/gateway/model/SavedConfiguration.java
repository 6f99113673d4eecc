package io.crewsmith.gateway.model;

import io.crewsmith.catalogue.Kind;
import java.time.Instant;
import java.util.UUID;

/**
 * The newest revision of an agent, a crew or a task.
 *
 * @param configuration canonical JSON
 */
public record SavedConfiguration(
        Kind kind, UUID id, String key, int revision, String configuration, String author, Instant savedAt) {}

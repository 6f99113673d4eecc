package io.crewsmith.gateway.model;

import java.util.UUID;

/**
 * What can be compared of a deployment.
 *
 * @param subject id of the agent or crew
 * @param configuration JSON that the code was made from
 * @param code the module
 */
public record Version(UUID deploymentId, UUID subject, String configuration, String code) {}

/**
 * Which version of an agent is to be active.
 *
 * <p>In: a release and the manifest of its agent. Out: an {@link io.crewsmith.deployment.model.Activation}.
 */
@NullMarked
package io.crewsmith.deployment.model;

import org.jspecify.annotations.NullMarked;

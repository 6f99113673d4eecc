/**
 * Whether a change to an agent is allowed, and which revision it makes.
 *
 * <p>In: a change and the agents that are already there. Out: an {@link io.crewsmith.agent.model.Outcome}.
 */
@NullMarked
package io.crewsmith.agent.model;

import org.jspecify.annotations.NullMarked;

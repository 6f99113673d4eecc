/**
 * Whether a change to an agent, a crew or a task is allowed, and which revision it makes.
 *
 * <p>In: a change and what is already there. Out: an {@link io.crewsmith.agent.model.Outcome}.
 */
@NullMarked
package io.crewsmith.agent.model;

import org.jspecify.annotations.NullMarked;

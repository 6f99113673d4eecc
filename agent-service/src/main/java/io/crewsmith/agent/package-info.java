/**
 * Keeps agents, crews and tasks, and their revisions.
 *
 * <p>In: {@code commands} and {@code agent-changes}. Out: {@code agents}. Keeps: the schema {@code agents}.
 */
@NullMarked
package io.crewsmith.agent;

import org.jspecify.annotations.NullMarked;

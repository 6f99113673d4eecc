/**
 * The agent service from outside: what it answers to commands and to other services.
 *
 * <p>In: events on its topics. Out: events on {@code agents}.
 */
@NullMarked
package io.crewsmith.agent;

import org.jspecify.annotations.NullMarked;

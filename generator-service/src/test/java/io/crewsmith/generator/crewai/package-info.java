/**
 * Proves with the real CrewAI that what a configuration says arrives.
 *
 * <p>In: configurations, and the modules generated from them. Out: for each parameter the ways in which it was seen to
 * arrive, and {@code docs/parameters.md}.
 */
@NullMarked
package io.crewsmith.generator.crewai;

import org.jspecify.annotations.NullMarked;

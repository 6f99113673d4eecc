/**
 * The story of Crewsmith, told by running it: what a new user sees first.
 *
 * <p>In: the agents of {@code examples/} and a platform of its own. Out: a narration, and exit code 0 if all of it was true.
 */
@NullMarked
package io.crewsmith.standalone.demo;

import org.jspecify.annotations.NullMarked;

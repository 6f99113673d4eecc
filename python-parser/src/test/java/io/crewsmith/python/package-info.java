/**
 * Holds the parser to what it refuses and to what it must never do.
 *
 * <p>In: sources. Out: nothing.
 */
@NullMarked
package io.crewsmith.python;

import org.jspecify.annotations.NullMarked;

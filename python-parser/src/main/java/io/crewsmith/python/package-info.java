/**
 * Python source in, a checked syntax tree or the reasons against it out; the only place that knows the borrowed parser.
 *
 * <p>In: bytes or text of one module. Out: {@link io.crewsmith.python.ParseResult}.
 */
@NullMarked
package io.crewsmith.python;

import org.jspecify.annotations.NullMarked;

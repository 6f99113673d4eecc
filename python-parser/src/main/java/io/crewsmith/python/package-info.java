/**
 * Reads Python as CPython would, or refuses it: a guard, a parser on a thread of its own, and a small syntax tree.
 *
 * <p>In: bytes of a Python file. Out: {@link io.crewsmith.python.ParseResult}.
 */
@NullMarked
package io.crewsmith.python;

import org.jspecify.annotations.NullMarked;

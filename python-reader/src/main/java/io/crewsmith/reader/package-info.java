/**
 * Reads a configuration back out of a CrewAI module, ours or written by hand.
 *
 * <p>In: a module's bytes. Out: every parameter that could be read, by its JSON Pointer, with its place; and whatever could
 * not be read, with its place and the reason.
 */
@NullMarked
package io.crewsmith.reader;

import org.jspecify.annotations.NullMarked;

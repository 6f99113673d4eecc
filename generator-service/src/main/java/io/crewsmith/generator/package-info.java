/**
 * Renders configurations into Python.
 *
 * <p>In: {@code agents} and {@code drafts}. Out: {@code code} and {@code draft-code}. Keeps: nothing.
 */
@NullMarked
package io.crewsmith.generator;

import org.jspecify.annotations.NullMarked;

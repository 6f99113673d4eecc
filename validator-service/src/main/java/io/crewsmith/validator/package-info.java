/**
 * Judges code.
 *
 * <p>In: {@code code} and {@code draft-code}. Out: {@code scans}, {@code draft-scans}, and incidents. Keeps: nothing.
 */
@NullMarked
package io.crewsmith.validator;

import org.jspecify.annotations.NullMarked;

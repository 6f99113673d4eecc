/**
 * Judges generated code and drafts, and keeps nothing.
 *
 * <p>In: {@code code} and {@code draft-code}. Out: {@code scans}, {@code incidents} and {@code draft-scans}.
 */
@NullMarked
package io.crewsmith.validator;

import org.jspecify.annotations.NullMarked;

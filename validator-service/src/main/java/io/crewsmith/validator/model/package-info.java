/**
 * What code may go on: checks, the rules they are made of, and the verdict.
 *
 * <p>In: sources of Python files. Out: {@link io.crewsmith.validator.model.Verdict}.
 */
@NullMarked
package io.crewsmith.validator.model;

import org.jspecify.annotations.NullMarked;

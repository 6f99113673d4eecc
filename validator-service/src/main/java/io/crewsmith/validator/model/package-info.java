/**
 * Decides whether code may go on: every check runs, every finding is collected, any doubt is a refusal.
 *
 * <p>In: the bytes of one Python module. Out: {@link io.crewsmith.validator.model.Verdict}.
 */
@NullMarked
package io.crewsmith.validator.model;

import org.jspecify.annotations.NullMarked;

/**
 * Proofs of what passes and what does not, case by case.
 *
 * <p>In: the cases under {@code src/test/resources}. Out: test results.
 */
@NullMarked
package io.crewsmith.validator.model;

import org.jspecify.annotations.NullMarked;

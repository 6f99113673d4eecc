/**
 * Holds the rules to cases that attack them and to cases that must pass.
 *
 * <p>In: sources. Out: nothing.
 */
@NullMarked
package io.crewsmith.validator.model;

import org.jspecify.annotations.NullMarked;

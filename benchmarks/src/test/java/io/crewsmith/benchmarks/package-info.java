/**
 * Tests of the arithmetic behind the figures.
 *
 * <p>In: known measurements. Out: their percentiles.
 */
@NullMarked
package io.crewsmith.benchmarks;

import org.jspecify.annotations.NullMarked;

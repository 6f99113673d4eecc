/**
 * Measures the platform as its users meet it: over HTTP, with everything behind it real.
 *
 * <p>In: a platform in a temporary folder. Out: a table on standard output.
 */
@NullMarked
package io.crewsmith.benchmarks;

import org.jspecify.annotations.NullMarked;

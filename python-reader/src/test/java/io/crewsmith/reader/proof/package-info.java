/**
 * Tests of the proof's own rules.
 *
 * <p>In: modules that the generator's own tests hold. Out: nothing.
 */
@NullMarked
package io.crewsmith.reader.proof;

import org.jspecify.annotations.NullMarked;

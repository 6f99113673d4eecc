/**
 * Tests of the reader and of the proof.
 *
 * <p>In: modules that the generator's own tests hold. Out: nothing.
 */
@NullMarked
package io.crewsmith.reader;

import org.jspecify.annotations.NullMarked;

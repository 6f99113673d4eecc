/**
 * Proofs that the parser reads what CPython reads and refuses what it must.
 *
 * <p>In: golden cases, CPython where there is one. Out: test results.
 */
@NullMarked
package io.crewsmith.python;

import org.jspecify.annotations.NullMarked;

/**
 * The embedded services against the ways in which people and machines stop them.
 *
 * <p>In: folders, signals. Out: what is still there afterwards.
 */
@NullMarked
package io.crewsmith.embedded;

import org.jspecify.annotations.NullMarked;

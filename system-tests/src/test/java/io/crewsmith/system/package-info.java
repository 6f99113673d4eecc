/**
 * The whole platform, from outside.
 *
 * <p>In: a running platform. Out: whether what the README promises is so.
 */
@NullMarked
package io.crewsmith.system;

import org.jspecify.annotations.NullMarked;

/**
 * Holds the edges to what they say on the topics.
 *
 * <p>In: events. Out: nothing.
 */
@NullMarked
package io.crewsmith.validator;

import org.jspecify.annotations.NullMarked;

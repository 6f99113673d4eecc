/**
 * The review service from outside: what it answers to scans and to people.
 *
 * <p>In: events on its topics. Out: events on {@code reviews}.
 */
@NullMarked
package io.crewsmith.review;

import org.jspecify.annotations.NullMarked;

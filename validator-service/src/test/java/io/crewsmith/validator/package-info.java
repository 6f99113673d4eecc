/**
 * The validator service from outside: what it says of code.
 *
 * <p>In: events on its topics. Out: events on {@code scans}.
 */
@NullMarked
package io.crewsmith.validator;

import org.jspecify.annotations.NullMarked;

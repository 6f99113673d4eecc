/**
 * The test services, used as other modules' tests use them.
 *
 * <p>In: the shared services. Out: proof that tests do not see each other.
 */
@NullMarked
package io.crewsmith.testsupport;

import org.jspecify.annotations.NullMarked;

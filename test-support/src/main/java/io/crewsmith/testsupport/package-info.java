/**
 * Real Kafka and real PostgreSQL for tests, started once for a test JVM.
 *
 * <p>In: a test that asks. Out: a broker's address, and a database that no other test has seen.
 */
@NullMarked
package io.crewsmith.testsupport;

import org.jspecify.annotations.NullMarked;

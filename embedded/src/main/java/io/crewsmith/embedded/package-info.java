/**
 * A real Kafka broker and a real PostgreSQL on one data folder, so that a machine without Docker runs the whole platform.
 *
 * <p>In: a folder. Out: the addresses of a broker and of a database whose data stay in that folder.
 */
@NullMarked
package io.crewsmith.embedded;

import org.jspecify.annotations.NullMarked;

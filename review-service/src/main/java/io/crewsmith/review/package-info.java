/**
 * The people's gate between the scan and the repository.
 *
 * <p>In: {@code scans} and {@code commands}. Out: {@code reviews}. Keeps: the schema {@code reviews}.
 */
@NullMarked
package io.crewsmith.review;

import org.jspecify.annotations.NullMarked;

/**
 * Proves that a generated module says its configuration, all of it, and nothing else.
 *
 * <p>In: a configuration, the template that is said to have rendered it, and a file's tree and text. Out: every difference
 * between the file and what this package, which knows nothing of the writer, expects of it.
 */
@NullMarked
package io.crewsmith.reader.proof;

import org.jspecify.annotations.NullMarked;

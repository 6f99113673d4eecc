/**
 * Reports of scans for tools: SARIF 2.1.0, the form that code hosts and editors read.
 *
 * <p>In: a verdict, the files it is about, and what the rules say of themselves. Out: {@link
 * io.crewsmith.platform.sarif.SarifLog}.
 */
@NullMarked
package io.crewsmith.platform.sarif;

import org.jspecify.annotations.NullMarked;

/**
 * Serves the web pages and lets browsers sign in.
 *
 * <p>In: requests for pages, and tokens. Out: the files of {@code wizard-ui} under a strict policy, and a cookie that
 * stands for the token.
 */
@NullMarked
package io.crewsmith.gateway.wizard;

import org.jspecify.annotations.NullMarked;

/**
 * Which release may become active.
 *
 * <p>In: releases and manifests. Out: decisions.
 */
@NullMarked
package io.crewsmith.deployment.model;

import org.jspecify.annotations.NullMarked;

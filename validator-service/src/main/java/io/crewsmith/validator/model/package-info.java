/** x. */
@NullMarked
package io.crewsmith.validator.model;

import org.jspecify.annotations.NullMarked;

package io.crewsmith.gateway;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body; empty for the whole
 * @param code stable id of the rule
 * @param detail what is wrong and what to do
 */
record FieldProblem(String pointer, String code, String detail) {}

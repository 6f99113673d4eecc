package io.crewsmith.generator.model;

/**
 * A generated file.
 *
 * @param path path in the deployment folder, with forward slashes
 * @param content its text; its bytes are the UTF-8 encoding
 */
public record SourceFile(String path, String content) {}

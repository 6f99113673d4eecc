package io.crewsmith.catalogue;

/**
 * Something that the target cannot express as asked.
 *
 * @param parameter name of the parameter
 * @param reason why not
 * @param nearest what was rendered instead; empty where nothing comes near
 */
public record Warning(String parameter, String reason, String nearest) {}

package io.crewsmith.validator.model;

import java.util.List;

public record Verdict(
        boolean passed, String policyVersion, String scannedDigest, List<String> checks, List<Finding> findings) {}

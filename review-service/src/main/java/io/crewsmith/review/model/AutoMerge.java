package io.crewsmith.review.model;

import io.crewsmith.review.model.Risk.Level;

/**
 * Whether code of low risk goes on without a person. Off unless somebody turns it on.
 *
 * @param enabled whether it may at all
 */
public record AutoMerge(boolean enabled) {

    /** Whoever demands more than one plain approval means a person, whatever the risk. Required checks are waited for. */
    public boolean allows(Requirement requirement, Checks checks, Risk risk) {
        return enabled && risk.level() == Level.LOW && requirement.isOnePlainApproval() && requirement.isMetBy(checks);
    }
}

package io.crewsmith.review;

import io.crewsmith.review.model.AutoMerge;
import io.crewsmith.review.model.ReviewPolicy;

/**
 * What must happen before code may go on.
 *
 * @param policy who must approve which code
 * @param autoMerge whether code of low risk needs nobody
 */
record ReviewTerms(ReviewPolicy policy, AutoMerge autoMerge) {}

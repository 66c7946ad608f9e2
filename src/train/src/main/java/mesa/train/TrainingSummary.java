package mesa.train;

import java.nio.file.Path;

/**
 * What a training run came to.
 *
 * @param net the net's file
 * @param card its model card
 * @param samples positions learned from and validated on, over all generations
 * @param steps gradient steps in all
 * @param seconds how long this run took; work taken over from an earlier one is not counted
 * @param valueLoss mean of ((v - target) / 2)^2 over the last steps
 * @param policyLoss mean cross-entropy over the last steps, in nats
 * @param validationValueLoss the same on games kept back
 * @param validationPolicyLoss the same on games kept back
 */
public record TrainingSummary(
    Path net,
    Path card,
    long samples,
    long steps,
    double seconds,
    double valueLoss,
    double policyLoss,
    double validationValueLoss,
    double validationPolicyLoss) {}

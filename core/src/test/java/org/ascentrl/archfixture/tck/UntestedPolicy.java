package org.ascentrl.archfixture.tck;

import java.util.List;
import org.ascentrl.distribution.Distribution;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.policy.Policy;
import org.ascentrl.tensor.Parameter;

public record UntestedPolicy(Distribution always) implements Policy {

    @Override
    public Distribution distribution(Observations observations, Masks masks) {
        return always;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}

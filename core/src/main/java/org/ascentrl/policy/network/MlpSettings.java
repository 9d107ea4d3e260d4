package org.ascentrl.policy.network;

import java.util.List;
import org.ascentrl.nn.Activation;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.WithMethods;

/** Settings of {@link MlpEncoder}. */
@WithMethods
public record MlpSettings(
        @Setting(value = "units of each hidden layer", min = 1)
        List<Integer> hidden,

        @Setting("activation function of the hidden layers") Activation activation)
        implements MlpSettingsBuilder.With {}

package org.ascentrl.policy.network;

import java.util.List;
import org.ascentrl.nn.Activation;
import org.ascentrl.tck.EncoderTck;

/** Checks the contract of encoders on {@link MlpEncoder}. */
class MlpEncoderRulesTest extends EncoderTck {

    @Override
    protected Encoder encoder(EncoderSetup setup) {
        return new MlpEncoder(new MlpSettings(List.of(5, 4), Activation.TANH), setup);
    }
}

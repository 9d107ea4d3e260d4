package org.ascentrl.policy.network;

/** {@code encoder = mlp}. */
public final class MlpEncoderFactory implements EncoderFactory<MlpSettings> {

    @Override
    public Class<MlpSettings> settings() {
        return MlpSettings.class;
    }

    @Override
    public Encoder create(MlpSettings settings, EncoderSetup setup) {
        return new MlpEncoder(settings, setup);
    }
}

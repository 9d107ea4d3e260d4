package org.ascentrl.examples;

import java.util.ArrayList;
import java.util.List;
import org.ascentrl.Ascent;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.network.EncoderSetup;
import org.ascentrl.policy.network.FlatEncoder;
import org.ascentrl.settings.Setting;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.ExperimentBuilder;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Plugin;

/**
 * Writes an encoder, a residual network, and trains PPO, DQN and SAC on it by one setting.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample06YourOwnEncoder</pre>
 */
public final class Sample06YourOwnEncoder {

    private Sample06YourOwnEncoder() {}

    public static void main(String[] arguments) {
        for (String algorithm : List.of("ppo", "dqn")) {
            double score = train(Ascent.experiment()
                    .set("environment=CartPole-v1")
                    .set("algorithm=" + algorithm)
                    .set("training.steps=100000"));
            System.out.printf("%s on CartPole: %.1f%n", algorithm, score);
        }
        double score = train(Ascent.experiment()
                .set("environment=Pendulum-v1")
                .set("algorithm=sac")
                .set("training.steps=8000"));
        System.out.printf("sac on Pendulum: %.1f%n", score);
    }

    /** Trains on a residual network, and returns the mean greedy return. */
    static double train(ExperimentBuilder settings) {
        // region train
        try (Experiment experiment = settings.plugin(new ResidualPlugin())
                .set("encoder=residual")
                .set("residual={ width = 64, blocks = 2 }")
                .build()) {
            return experiment
                    .evaluator(20)
                    .evaluate(experiment.train().algorithm().actor(), false)
                    .meanReturn();
        }
        // endregion
    }

    // region encoder
    /** x ← x + tanh(W x + b) in each block. */
    static final class Residual implements FlatEncoder {

        /** The settings, such as {@code residual.blocks = 2}. */
        record Options(
                @Setting(value = "units of each layer", min = 1)
                int width,

                @Setting(value = "number of residual blocks", min = 0)
                int blocks) {}

        private final Layer input;
        private final List<Layer> blocks = new ArrayList<>();
        private final int width;

        Residual(Options options, EncoderSetup setup) {
            width = options.width();
            input = setup.layers().linear("input", setup.inputs(), width);
            for (int i = 1; i <= options.blocks(); i++) {
                blocks.add(setup.layers().linear("block" + i, width, width));
            }
        }

        @Override
        public Tensor features(Tensor observations) {
            Tensor x = input.apply(observations).tanh(); // [N, width]
            for (Layer block : blocks) {
                x = x.add(block.apply(x).tanh());
            }
            return x;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>(input.parameters());
            blocks.forEach(block -> parameters.addAll(block.parameters()));
            return parameters;
        }
    }
    // endregion

    // region plugin
    /** Offers {@code encoder = residual}. */
    static final class ResidualPlugin extends Plugin {

        @Override
        protected void configure() {
            offer(Kind.ENCODER, "residual", Residual.Options.class, Residual::new);
        }
    }
    // endregion
}

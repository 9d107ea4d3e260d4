package com.example.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Rollout;
import org.ascentrl.testing.Rollouts;
import org.junit.jupiter.api.Test;

class RlooAdvantagesTest {

    @Test
    void anEpisodeCountsByWhatItExceedsTheMeanOfTheOthers() {
        Rollout tau = Rollouts.of(Rollouts.spec(1, new Discrete(2)))
                .rewards(1, 2)
                .terminated()
                .rewards(5)
                .terminated()
                .rewards(1)
                .terminated()
                .build();
        assertThat(Rloo.advantages(tau)).containsExactly(0, 0, 3, -3);
    }
}

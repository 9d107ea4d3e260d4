package com.example.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelloTest {

    @Test
    void trainsWithoutTheApplication() {
        assertThat(Hello.train(2_000).episodes()).hasSize(100);
    }
}

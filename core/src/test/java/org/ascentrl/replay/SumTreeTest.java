package org.ascentrl.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumTreeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100})
    void findsByShareOfTheSum(int size) {
        SumTree tree = new SumTree(size);
        NumpyGenerator random = new NumpyGenerator(size);
        double[] numbers = new double[size];
        for (int i = 0; i < 3 * size; i++) {
            int changed = (int) random.integers(0, size);
            numbers[changed] = random.integers(0, 3);
            tree.set(changed, numbers[changed]);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            assertThat(tree.get(i)).isEqualTo(numbers[i]);
            if (numbers[i] > 0) {
                assertThat(tree.find(sum)).isEqualTo(i);
                assertThat(tree.find(sum + numbers[i] - 0.5)).isEqualTo(i);
            }
            sum += numbers[i];
        }
        assertThat(tree.total()).isEqualTo(sum);
        assertThat(tree.toArray(size)).isEqualTo(numbers);
    }

    @Test
    void aTargetAtTheSumFindsTheLastThatIsNotZero() {
        SumTree tree = new SumTree(5);
        tree.set(1, 2);
        tree.set(3, 4);
        assertThat(tree.find(6)).isEqualTo(3);
        assertThat(tree.find(7)).isEqualTo(3);
    }
}

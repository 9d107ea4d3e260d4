package org.ascentrl.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The operations that a tensor was computed by, as far as the tape recorded them: each node after those that it uses, the
 * tensor itself last. Prints as a line for each node:
 *
 * <pre>{@code
 * %0 = constant [32, 4]
 * %1 = parameter hidden.weight [4, 64]
 * %2 = parameter hidden.bias [64]
 * %3 = Linear(%0, %1, %2) [32, 64]
 * %4 = tanh(%3) [32, 64]
 * }</pre>
 */
public record Graph(List<Node> nodes) {

    /** A tensor and where it came from. */
    public sealed interface Node {
        Tensor value();
    }

    /** Data, or the result of operations on data alone, which are not recorded. */
    public record Constant(Tensor value) implements Node {}

    /** The value of a parameter. */
    public record Leaf(Parameter parameter, Tensor value) implements Node {}

    /** The result of {@code op} on the nodes of the given numbers. */
    public record Result(Op op, List<Integer> inputs, Tensor value) implements Node {}

    public Graph {
        nodes = List.copyOf(nodes);
    }

    static Graph of(Tensor result) {
        List<Node> nodes = new ArrayList<>();
        Map<Tensor, Integer> numbers = new HashMap<>();
        for (Tensor tensor : inOrder(result)) {
            Tape.Origin origin = tensor.origin();
            if (origin instanceof Tape.Operation operation) {
                List<Integer> inputs = new ArrayList<>();
                for (Tensor input : operation.inputs()) {
                    inputs.add(numbers.computeIfAbsent(input, i -> add(nodes, source(i))));
                }
                numbers.put(tensor, add(nodes, new Result(operation.op(), List.copyOf(inputs), tensor)));
            } else {
                add(nodes, source(tensor));
            }
        }
        return new Graph(nodes);
    }

    private static int add(List<Node> nodes, Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private static Node source(Tensor tensor) {
        return tensor.origin() instanceof Tape.Leaf leaf ? new Leaf(leaf.parameter(), tensor) : new Constant(tensor);
    }

    /** The operations that {@code result} depends on, as they were recorded; {@code result} alone if it is none. */
    private static Iterable<Tensor> inOrder(Tensor result) {
        SortedMap<Integer, Tensor> operations = new TreeMap<>();
        Deque<Tensor> open = new ArrayDeque<>(List.of(result));
        while (!open.isEmpty()) {
            Tensor next = open.pop();
            if (next.origin() instanceof Tape.Operation operation && operations.put(operation.index(), next) == null) {
                open.addAll(List.of(operation.inputs()));
            }
        }
        return operations.isEmpty() ? List.of(result) : operations.values();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            text.append("%").append(i).append(" = ").append(described(node));
            text.append(' ').append(node.value().shape()).append('\n');
        }
        return text.toString();
    }

    private static String described(Node node) {
        if (node instanceof Result result) {
            return result.inputs().stream()
                    .map(i -> "%" + i)
                    .collect(Collectors.joining(", ", result.op().toString().replace("[]", "") + "(", ")"));
        }
        return node instanceof Leaf leaf ? "parameter " + leaf.parameter().name() : "constant";
    }
}

package org.ascentrl.archfixture.layers.replay;

import org.ascentrl.archfixture.layers.nn.NnUsingOptim;

public record ReplayUsingNn(NnUsingOptim forbidden) {}

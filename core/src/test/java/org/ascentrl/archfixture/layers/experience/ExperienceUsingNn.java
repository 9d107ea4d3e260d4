package org.ascentrl.archfixture.layers.experience;

import org.ascentrl.archfixture.layers.nn.NnUsingOptim;

public record ExperienceUsingNn(NnUsingOptim forbidden) {}

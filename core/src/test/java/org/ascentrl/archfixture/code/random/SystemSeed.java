package org.ascentrl.archfixture.code.random;

import java.security.SecureRandom;

public record SystemSeed(SecureRandom random) {}

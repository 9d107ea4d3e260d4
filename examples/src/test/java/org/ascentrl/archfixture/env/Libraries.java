package org.ascentrl.archfixture.env;

import picocli.CommandLine;

public record Libraries(CommandLine line) {}

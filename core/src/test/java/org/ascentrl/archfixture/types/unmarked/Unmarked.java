package org.ascentrl.archfixture.types.unmarked;

record Unmarked() {}

package org.ascentrl.archfixture.libraries.envs.classic;

import com.google.inject.TypeLiteral;
import java.util.List;
import org.ascentrl.wiring.Plugin;

public final class ToyPlugin extends Plugin {

    @Override
    protected void configure() {
        bind(new TypeLiteral<List<String>>() {}).toInstance(List.of());
    }
}

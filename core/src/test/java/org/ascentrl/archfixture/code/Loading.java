package org.ascentrl.archfixture.code;

import java.net.URLClassLoader;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

public interface Loading {

    final class ByName {
        Class<?> load(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }

    final class ByLoader {
        Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
            return loader.loadClass(name);
        }
    }

    record FromUrl(URLClassLoader loader) {}

    record ByScript(ScriptEngine engine) {}

    record ByScripts(ScriptEngineManager engines) {}

    final class Known {
        Class<?> type() {
            return Known.class;
        }
    }
}

package org.ascentrl.run;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts of maps, lists, strings, numbers, booleans and nulls. */
public final class Json {

    private Json() {}

    /** Over several lines, keys in alphabetical order. */
    public static String render(Map<String, ? extends @Nullable Object> object) {
        ConfigRenderOptions json = ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(true);
        return ConfigValueFactory.fromMap(object).render(json);
    }
}

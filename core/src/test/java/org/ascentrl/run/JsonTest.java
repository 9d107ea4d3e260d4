package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static Map<String, Object> parsed(String json) {
        return ConfigFactory.parseString(json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                .root()
                .unwrapped();
    }

    @Test
    void putsKeysInOrderOverSeveralLines() {
        assertThat(Json.render(Map.of("b", 1, "a", Map.of("y", true, "x", "t"))))
                .isEqualTo("""
                        {
                            "a" : {
                                "x" : "t",
                                "y" : true
                            },
                            "b" : 1
                        }
                        """);
    }

    @Test
    void keepsEveryKindOfValue() {
        Map<String, Object> values = new HashMap<>();
        values.put("text", "\"quoted\" \\ \n\t\u0001 größe 名前 \uD83D\uDE80 ${x} #//");
        values.put("long", Long.MAX_VALUE);
        values.put("double", 1.0 / 3);
        values.put("tiny", 4.9e-324);
        values.put("huge", -1.7976931348623157e308);
        values.put("null", null);
        values.put("list", Arrays.asList(1, null, "x", List.of()));
        values.put("a.dotted key = {", false);
        values.put("", Map.of());

        assertThat(parsed(Json.render(values))).isEqualTo(values);
    }

    @Test
    void hasNoNumberThatIsNotFinite() {
        String json = Json.render(Map.of(
                "nan",
                Double.NaN,
                "inner",
                Map.of("list", List.of(Double.POSITIVE_INFINITY, 1.5)),
                "float",
                Float.NEGATIVE_INFINITY));
        assertThat(json).isEqualTo("""
                        {
                            "float" : null,
                            "inner" : {
                                "list" : [
                                    null,
                                    1.5
                                ]
                            },
                            "nan" : null
                        }
                        """);
    }
}

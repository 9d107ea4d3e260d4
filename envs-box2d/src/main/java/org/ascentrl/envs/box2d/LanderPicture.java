package org.ascentrl.envs.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import java.awt.Color;
import java.util.List;

/** Draws {@link LunarLander}: a black sky above the white moon, the helipad between two flags. */
final class LanderPicture {

    private static final Color LANDER = new Color(128, 102, 230);
    private static final Color EDGE = new Color(77, 77, 128);
    private static final Color FLAG = new Color(204, 204, 0);

    private LanderPicture() {}

    static void paint(Scene scene, MoonTerrain terrain, EngineParticles particles, Body lander, List<Body> legs) {
        scene.fillTo(Color.BLACK, LanderEpisode.HEIGHT, terrain.x(), terrain.y(), 0, terrain.x().length);
        particles.paint(scene);
        scene.part(lander, LanderEpisode.HULL, LANDER, EDGE);
        legs.forEach(leg -> scene.part(leg, LanderEpisode.LEG, LANDER, EDGE));
        scene.flag(Color.WHITE, FLAG, FLAG, MoonTerrain.HELIPAD_LEFT, MoonTerrain.HELIPAD_Y);
        scene.flag(Color.WHITE, FLAG, FLAG, MoonTerrain.HELIPAD_RIGHT, MoonTerrain.HELIPAD_Y);
    }
}

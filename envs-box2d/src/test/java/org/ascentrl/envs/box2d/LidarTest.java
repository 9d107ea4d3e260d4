package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;
import org.ascentrl.random.NumpyGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lidar against the rays that Box2D itself casts. */
class LidarTest {

    private static final double RANGE = 160 / Scene.SCALE; // m

    /** On arm64 the native code fuses multiplications with additions. */
    private static final float TOLERANCE = System.getProperty("os.arch").equals("aarch64") ? 1e-5f : 0;

    @BeforeAll
    static void load() {
        Box2dLibrary.require();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void measuresWhatBox2dCasts(boolean hardcore) {
        NumpyGenerator random = new NumpyGenerator(3);
        int met = 0;
        for (int episode = 0; episode < 20; episode++) {
            WalkerTerrain terrain = WalkerTerrain.draw(hardcore, random);
            Lidar lidar = new Lidar(terrain);
            World world = build(terrain);
            for (int i = 0; i < 200; i++) {
                float x = (float) random.uniform(0, WalkerTerrain.LENGTH * WalkerTerrain.STEP);
                float y = (float) (groundAt(terrain, x) + random.uniform(3.5, 6));
                lidar.measureFrom(x, y);
                for (int ray = 0; ray < Lidar.RAYS; ray++) {
                    float expected = cast(world, x, y, 0.15 * ray);
                    assertThat(Math.abs(lidar.fraction(ray) - expected))
                            .as("terrain %s, from (%s, %s), ray %s", episode, x, y, ray)
                            .isLessThanOrEqualTo(TOLERANCE);
                    met += expected < 1 ? 1 : 0;
                }
            }
            world.dispose();
        }
        assertThat(met).as("rays that met the ground").isGreaterThan(20 * 200);
    }

    private static double groundAt(WalkerTerrain terrain, float x) {
        return terrain.y()[Math.min((int) (x / WalkerTerrain.STEP), WalkerTerrain.LENGTH - 1)];
    }

    private static World build(WalkerTerrain terrain) {
        World world = new World(new Vector2(), true);
        Body ground = world.createBody(new BodyDef());
        EdgeShape edge = new EdgeShape();
        for (int i = 0; i + 1 < WalkerTerrain.LENGTH; i++) {
            edge.set((float) terrain.x()[i], (float) terrain.y()[i], (float) terrain.x()[i + 1], (float)
                    terrain.y()[i + 1]);
            ground.createFixture(edge, 0);
        }
        edge.dispose();
        for (double[] corners : terrain.obstacles()) {
            PolygonShape polygon = new PolygonShape();
            polygon.set(Part.rounded(corners));
            ground.createFixture(polygon, 0);
            polygon.dispose();
        }
        return world;
    }

    private static float cast(World world, float x, float y, double angle) {
        float[] nearest = {1};
        world.rayCast(
                (fixture, point, normal, fraction) -> nearest[0] = fraction,
                x,
                y,
                (float) (x + Math.sin(angle) * RANGE),
                (float) (y - Math.cos(angle) * RANGE));
        return nearest[0];
    }
}

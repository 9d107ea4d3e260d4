package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;
import java.awt.Graphics2D;
import java.util.List;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** An episode of {@link LunarLander}. */
final class LanderEpisode extends Box2dEpisode {

    private static final double SCALE = Scene.SCALE;

    static final double WIDTH = Scene.WIDTH / SCALE; // m
    static final double HEIGHT = Scene.HEIGHT / SCALE; // m

    static final Part HULL = Part.polygon(5, 0.1, (short) 0x0010, -14, 17, -17, 0, -17, -10, 17, -10, 17, 0, 14, 17);
    static final Part LEG = Part.box(2 / SCALE, 8 / SCALE, 1, 0.2, (short) 0x0020);

    private static final double LEG_AWAY = 20 / SCALE; // m
    private static final double LEG_DOWN = 18 / SCALE; // m
    private static final float LEG_TORQUE = 40; // N·m
    private static final double INITIAL_FORCE = 1000; // N

    private static final Engine MAIN = new Engine(13, 3.5, 0.30);
    private static final double MAIN_BELOW = 4 / SCALE; // m
    private static final Engine SIDE = new Engine(0.6, 0.7, 0.03);
    private static final double SIDE_AWAY = 12 / SCALE; // m
    private static final double SIDE_HEIGHT = 14 / SCALE; // m
    // Not the height: so a push from the side turns the lander more or less, as it leans. The original has it so.
    private static final double SIDE_LEVER = 17 / SCALE; // m

    /** The largest distance at which a leg may touch the ground within a step, however the lander turns. */
    private static final double REACH = 3; // m
    /** The number of steps that Box2D looks ahead for contacts, and more. */
    private static final int LOOK_AHEAD = 4;

    private static final double CRASH = -100;
    private static final double REST = 100;

    private final boolean continuous;
    private final MoonTerrain terrain;
    private final Body lander;
    private final GroundContact hull = new GroundContact();
    private final GroundContact rightLeg = new GroundContact();
    private final GroundContact leftLeg = new GroundContact();
    private final List<Body> legs;
    private final @Nullable Wind wind;
    private final EngineParticles particles;
    private final double[] state = state();
    private double shaping;
    private boolean terminated;

    LanderEpisode(LunarLanderSettings settings, NumpyGenerator random) {
        super(new PhysicsWorld(settings.gravity()), 8);
        continuous = settings.continuous();
        terrain = MoonTerrain.draw(random);
        layGround();
        particles = new EngineParticles(settings.gravity(), terrain);
        lander = world().createBody(WIDTH / 2, HEIGHT, 0, HULL);
        lander.setUserData(hull);
        float forceX = (float) random.uniform(-INITIAL_FORCE, INITIAL_FORCE);
        float forceY = (float) random.uniform(-INITIAL_FORCE, INITIAL_FORCE);
        lander.applyForceToCenter(forceX, forceY, true);
        wind = settings.enableWind() ? new Wind(settings.windPower(), settings.turbulencePower(), random) : null;
        legs = List.of(attachLeg(-1, rightLeg), attachLeg(1, leftLeg));
        move(0, 0, random);
        shaping = shapingOfState();
    }

    private void layGround() {
        Body ground = world().createGround();
        world().addEdge(ground, 0, 0, WIDTH, 0, 0.2);
        double[] x = terrain.x();
        double[] y = terrain.y();
        for (int i = 0; i + 1 < x.length; i++) {
            world().addEdge(ground, x[i], y[i], x[i + 1], y[i + 1], 0.1);
        }
    }

    /** @param side −1 for the leg on the right, 1 for the one on the left */
    private Body attachLeg(int side, GroundContact contact) {
        Body leg = world().createBody(WIDTH / 2 - side * LEG_AWAY, HEIGHT, side * 0.05, LEG);
        leg.setUserData(contact);
        RevoluteJointDef hip = new RevoluteJointDef();
        hip.bodyA = lander;
        hip.bodyB = leg;
        hip.localAnchorB.set((float) (side * LEG_AWAY), (float) LEG_DOWN);
        hip.maxMotorTorque = LEG_TORQUE;
        hip.motorSpeed = (float) (0.3 * side);
        hip.lowerAngle = (float) (side < 0 ? 0.9 - 0.5 : -0.9);
        hip.upperAngle = (float) (side < 0 ? 0.9 : -0.9 + 0.5);
        world().join(hip);
        return leg;
    }

    @Override
    double advance(Actions actions, int row, NumpyGenerator random) {
        double main;
        double side;
        if (continuous) {
            double throttle = actions.reals()[2 * row];
            double push = actions.reals()[2 * row + 1];
            main = throttle > 0 ? (throttle + 1) * 0.5 : 0;
            side = Math.abs(push) > 0.5 ? push : 0;
        } else {
            int choice = actions.integers()[row];
            main = choice == 2 ? 1 : 0;
            side = choice == 1 ? -1 : choice == 3 ? 1 : 0;
        }
        move(main, side, random);
        double before = shaping;
        shaping = shapingOfState();
        double reward = shaping - before;
        reward -= main * MAIN.cost();
        reward -= Math.abs(side) * SIDE.cost();
        boolean crashed = hull.touched() || Math.abs(state[0]) >= 1;
        boolean rests = !lander.isAwake();
        terminated = crashed || rests;
        return rests ? REST : crashed ? CRASH : reward;
    }

    /**
     * @param main power of the main engine, 0 to 1
     * @param side power of the engines at the sides, −1 to 1: the right one's is positive
     */
    private void move(double main, double side, NumpyGenerator random) {
        particles.nextStep();
        if (wind != null && !rightLeg.touching() && !leftLeg.touching()) {
            wind.blow(lander);
        }
        double angle = lander.getAngle();
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double along = random.uniform(-1, 1) / SCALE;
        double across = random.uniform(-1, 1) / SCALE;
        if (main > 0) {
            double arm = MAIN_BELOW + 2 * along;
            double x = sin * arm - cos * across;
            double y = -cos * arm - sin * across;
            push(x, y, x, y, MAIN, main);
        }
        if (side != 0) {
            double arm = 3 * across + Math.signum(side) * SIDE_AWAY;
            double x = sin * along - cos * arm;
            double y = -cos * along - sin * arm;
            push(x, y, x - sin * SIDE_LEVER, y + cos * SIDE_HEIGHT, SIDE, Math.abs(side));
        }
        Vector2 position = lander.getPosition();
        double travel = lander.getLinearVelocity().len() / PhysicsWorld.STEPS_PER_SECOND;
        world().sortContacts(position.x, position.y, REACH + LOOK_AHEAD * travel);
        world().step();
        readState();
    }

    /** Pushes the lander against the direction ({@code x}, {@code y}), at ({@code atX}, {@code atY}) from its origin. */
    private void push(double x, double y, double atX, double atY, Engine engine, double power) {
        Vector2 position = lander.getPosition();
        double placeX = position.x + atX;
        double placeY = position.y + atY;
        double impulseX = x * engine.impulse() * power;
        double impulseY = y * engine.impulse() * power;
        lander.applyLinearImpulse((float) -impulseX, (float) -impulseY, (float) placeX, (float) placeY, true);
        particles.add(placeX, placeY, impulseX, impulseY, engine.particleDensity(), power);
    }

    private void readState() {
        Vector2 position = lander.getPosition();
        state[0] = (position.x - WIDTH / 2) / (WIDTH / 2);
        state[1] = (position.y - (MoonTerrain.HELIPAD_Y + LEG_DOWN)) / (HEIGHT / 2);
        Vector2 velocity = lander.getLinearVelocity();
        state[2] = velocity.x * (WIDTH / 2) / PhysicsWorld.STEPS_PER_SECOND;
        state[3] = velocity.y * (HEIGHT / 2) / PhysicsWorld.STEPS_PER_SECOND;
        state[4] = lander.getAngle();
        state[5] = 20.0 * lander.getAngularVelocity() / PhysicsWorld.STEPS_PER_SECOND;
        state[6] = rightLeg.touching() ? 1 : 0;
        state[7] = leftLeg.touching() ? 1 : 0;
    }

    private double shapingOfState() {
        return -100 * Math.sqrt(state[0] * state[0] + state[1] * state[1])
                - 100 * Math.sqrt(state[2] * state[2] + state[3] * state[3])
                - 100 * Math.abs(state[4])
                + 10 * state[6]
                + 10 * state[7];
    }

    @Override
    boolean terminated() {
        return terminated;
    }

    @Override
    void paint(Graphics2D graphics) {
        LanderPicture.paint(new Scene(graphics, 0), terrain, particles, lander, legs);
    }

    /**
     * An engine.
     *
     * @param impulse in N·s for each metre between the lander's origin and where it pushes
     * @param particleDensity of what it blows out, in kg/m²
     * @param cost of a step at full power
     */
    private record Engine(double impulse, double particleDensity, double cost) {}
}

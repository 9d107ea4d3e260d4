package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJoint;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;
import java.awt.Graphics2D;
import org.ascentrl.env.space.Actions;
import org.ascentrl.random.NumpyGenerator;

/** An episode of {@link BipedalWalker}. */
final class WalkerEpisode extends Box2dEpisode {

    private static final double SCALE = Scene.SCALE;
    private static final double GRAVITY = -10; // m/s²
    private static final double GROUND_FRICTION = 2.5;
    private static final short WALKER = 0x0020;

    static final Part HULL = Part.polygon(5, 0.1, WALKER, -30, 9, 6, 9, 34, 1, 34, -8, -30, -8);

    private static final double LEG_WIDTH = 8 / SCALE; // m
    private static final double LEG_HEIGHT = 34 / SCALE; // m
    private static final double HIP_Y = -8 / SCALE; // m

    static final Part UPPER_LEG = Part.box(LEG_WIDTH / 2, LEG_HEIGHT / 2, 1, 0.2, WALKER);
    static final Part LOWER_LEG = Part.box(0.8 * LEG_WIDTH / 2, LEG_HEIGHT / 2, 1, 0.2, WALKER);

    private static final double START_X = WalkerTerrain.STEP * WalkerTerrain.START / 2; // m
    private static final double START_Y = WalkerTerrain.HEIGHT + 2 * LEG_HEIGHT; // m
    private static final double GOAL_X = (WalkerTerrain.LENGTH - WalkerTerrain.GRASS) * WalkerTerrain.STEP; // m
    private static final double INITIAL_FORCE = 5; // N

    private static final int TORQUES = 4;
    private static final double MOTOR_TORQUE = 80; // N·m
    private static final double HIP_SPEED = 4; // rad/s
    private static final double KNEE_SPEED = 6; // rad/s
    private static final double TORQUE_COST = 0.00035 * MOTOR_TORQUE;
    private static final double FALL = -100;

    /** The largest distance from the hull at which a leg may touch the ground within a step. */
    private static final double REACH = 4 * LEG_HEIGHT; // m

    private final WalkerTerrain terrain;
    private final Body hull;
    private final GroundContact hullContact = new GroundContact();
    private final Leg[] legs;
    private final Lidar lidar;
    private final double[] state = state();
    private double hullX = START_X; // m
    private double hullY = START_Y; // m
    private double shaping;
    private boolean terminated;
    private int steps;

    WalkerEpisode(BipedalWalkerSettings settings, NumpyGenerator random) {
        super(new PhysicsWorld(GRAVITY), 24);
        terrain = WalkerTerrain.draw(settings.hardcore(), random);
        layGround();
        hull = world().createBody(START_X, START_Y, 0, HULL);
        hull.setUserData(hullContact);
        legs = new Leg[] {attachLeg(-1), attachLeg(1)};
        lidar = new Lidar(terrain);
        world().settle();
        hull.applyForceToCenter((float) random.uniform(-INITIAL_FORCE, INITIAL_FORCE), 0, true);
        for (Leg leg : legs) {
            leg.drive(0, 0);
        }
        move();
        shaping = shapingOfState();
    }

    /** Obstacles, then edges: the contacts are sorted in this order. */
    private void layGround() {
        for (double[] corners : terrain.obstacles()) {
            world().addPolygon(world().createGround(), corners, GROUND_FRICTION);
        }
        double[] x = terrain.x();
        double[] y = terrain.y();
        for (int i = 0; i + 1 < x.length; i++) {
            world().addEdge(world().createGround(), x[i], y[i], x[i + 1], y[i + 1], GROUND_FRICTION);
        }
    }

    private Leg attachLeg(int side) {
        double upperY = START_Y - LEG_HEIGHT / 2 - HIP_Y;
        Body upper = world().createBody(START_X, upperY, side * 0.05, UPPER_LEG);
        RevoluteJoint hip = join(hull, HIP_Y, upper, side, -0.8, 1.1);
        double lowerY = START_Y - LEG_HEIGHT * 3 / 2 - HIP_Y;
        Body lower = world().createBody(START_X, lowerY, side * 0.05, LOWER_LEG);
        RevoluteJoint knee = join(upper, -LEG_HEIGHT / 2, lower, 1, -1.6, -0.1);
        GroundContact contact = new GroundContact();
        lower.setUserData(contact);
        return new Leg(side, upper, hip, lower, knee, contact);
    }

    /** A joint at height {@code anchorY} of {@code a} and at the upper end of {@code b}, between two angles in rad. */
    private RevoluteJoint join(Body a, double anchorY, Body b, int speed, double lowest, double highest) {
        RevoluteJointDef joint = new RevoluteJointDef();
        joint.bodyA = a;
        joint.bodyB = b;
        joint.localAnchorA.set(0, (float) anchorY);
        joint.localAnchorB.set(0, (float) (LEG_HEIGHT / 2));
        joint.maxMotorTorque = (float) MOTOR_TORQUE;
        joint.motorSpeed = speed;
        joint.lowerAngle = (float) lowest;
        joint.upperAngle = (float) highest;
        return world().join(joint);
    }

    @Override
    double advance(Actions actions, int row, NumpyGenerator random) {
        float[] torques = actions.reals();
        int first = TORQUES * row;
        legs[0].drive(torques[first], torques[first + 1]);
        legs[1].drive(torques[first + 2], torques[first + 3]);
        move();
        double before = shaping;
        shaping = shapingOfState();
        double reward = shaping - before;
        for (int i = first; i < first + TORQUES; i++) {
            reward -= TORQUE_COST * Math.abs(torques[i]);
        }
        boolean fallen = hullContact.touched() || hullX < 0;
        terminated = fallen || hullX > GOAL_X;
        return fallen ? FALL : reward;
    }

    private void move() {
        world().sortContacts(hullX, hullY, REACH);
        world().step();
        steps++;
        readState();
    }

    private void readState() {
        Vector2 position = hull.getPosition();
        hullX = position.x;
        hullY = position.y;
        lidar.measureFrom(position.x, position.y);
        state[0] = hull.getAngle();
        state[1] = 2.0 * hull.getAngularVelocity() / PhysicsWorld.STEPS_PER_SECOND;
        Vector2 velocity = hull.getLinearVelocity();
        state[2] = 0.3 * velocity.x * (Scene.WIDTH / SCALE) / PhysicsWorld.STEPS_PER_SECOND;
        state[3] = 0.3 * velocity.y * (Scene.HEIGHT / SCALE) / PhysicsWorld.STEPS_PER_SECOND;
        legs[0].read(state, 4);
        legs[1].read(state, 9);
        for (int ray = 0; ray < Lidar.RAYS; ray++) {
            state[14 + ray] = lidar.fraction(ray);
        }
    }

    private double shapingOfState() {
        return 130 * hullX / SCALE - 5.0 * Math.abs(state[0]);
    }

    @Override
    boolean terminated() {
        return terminated;
    }

    @Override
    void paint(Graphics2D graphics) {
        WalkerPicture picture = new WalkerPicture(graphics, hull);
        picture.paintTerrain(terrain);
        picture.paintLidar(lidar, steps);
        for (Leg leg : legs) {
            picture.paintLeg(leg.side(), leg.upper(), leg.lower());
        }
        picture.paintHull();
    }

    /**
     * A leg.
     *
     * @param side −1 for the first, 1 for the second
     * @param contact of its lower part
     */
    private record Leg(int side, Body upper, RevoluteJoint hip, Body lower, RevoluteJoint knee, GroundContact contact) {

        void drive(double hipTorque, double kneeTorque) {
            drive(hip, HIP_SPEED, hipTorque);
            drive(knee, KNEE_SPEED, kneeTorque);
        }

        private static void drive(RevoluteJoint joint, double speed, double torque) {
            joint.setMotorSpeed((float) (speed * Math.signum(torque)));
            joint.setMaxMotorTorque((float) (MOTOR_TORQUE * Math.abs(torque)));
        }

        void read(double[] state, int at) {
            state[at] = hip.getJointAngle();
            state[at + 1] = hip.getJointSpeed() / HIP_SPEED;
            state[at + 2] = knee.getJointAngle() + 1.0;
            state[at + 3] = knee.getJointSpeed() / KNEE_SPEED;
            state[at + 4] = contact.touching() ? 1 : 0;
        }
    }
}

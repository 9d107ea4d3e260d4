package org.ascentrl.envs.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJoint;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;
import java.util.ArrayList;
import java.util.List;

/**
 * A world of Box2D: metres, kilograms, seconds, y upwards. It gives the numbers that Gymnasium's binding of Box2D gives,
 * which sets joints up and finds contacts in its own way. Native memory: to be closed, and not to be used afterwards.
 */
final class PhysicsWorld implements AutoCloseable {

    static final int STEPS_PER_SECOND = 50;

    /** The bit of the ground's kind. */
    private static final short GROUND = 0x0001;

    private static final float STEP = 1.0f / STEPS_PER_SECOND;
    private static final int VELOCITY_ITERATIONS = 180;
    private static final int POSITION_ITERATIONS = 60;

    private final World world;
    private final List<Ground> ground = new ArrayList<>();
    private boolean closed;

    /** @param gravity upwards, in m/s² */
    PhysicsWorld(double gravity) {
        world = new World(new Vector2(0, (float) gravity), true);
        world.setContactListener(new GroundContact.Listener());
    }

    /** A body that never moves. */
    Body createGround() {
        return world.createBody(new BodyDef());
    }

    void addEdge(Body body, double x1, double y1, double x2, double y2, double friction) {
        EdgeShape edge = new EdgeShape();
        edge.set((float) x1, (float) y1, (float) x2, (float) y2);
        addGround(body, edge, friction, new double[] {x1, y1, x2, y2});
    }

    /** @param corners x and y of each corner of a convex polygon, eight at the most */
    void addPolygon(Body body, double[] corners, double friction) {
        PolygonShape polygon = new PolygonShape();
        polygon.set(Part.rounded(corners));
        addGround(body, polygon, friction, corners);
    }

    private void addGround(Body body, Shape shape, double friction, double[] corners) {
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.friction = (float) friction;
        fixture.filter.categoryBits = GROUND;
        ground.add(Ground.of(body.createFixture(fixture), corners));
        shape.dispose();
    }

    /** A body that moves, where its origin comes to lie; the angle in rad, counterclockwise. */
    Body createBody(double x, double y, double angle, Part part) {
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set((float) x, (float) y);
        definition.angle = (float) angle;
        Body body = world.createBody(definition);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = part.shape();
        fixture.density = part.density();
        fixture.friction = part.friction();
        fixture.filter.categoryBits = part.category();
        fixture.filter.maskBits = GROUND;
        body.createFixture(fixture);
        fixture.shape.dispose();
        return body;
    }

    /** Joins two bodies with a motor within limits; its angle counts from the one that the bodies now have. */
    RevoluteJoint join(RevoluteJointDef definition) {
        definition.enableMotor = true;
        definition.enableLimit = true;
        definition.referenceAngle = definition.bodyB.getAngle() - definition.bodyA.getAngle();
        return (RevoluteJoint) world.createJoint(definition);
    }

    /**
     * Has the next step find contacts with the ground in the order in which that was laid.
     *
     * @param reach how far from ({@code x}, {@code y}) something may come to touch the ground, in metres
     */
    void sortContacts(double x, double y, double reach) {
        for (int i = 0; i < ground.size(); i++) {
            Ground part = ground.get(i);
            if (part.left < x + reach && part.right > x - reach && part.top > y - reach) {
                part.fixture.refilter();
            }
        }
    }

    void step() {
        world.step(STEP, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    }

    /** Finds contacts and forgets forces, without moving anything. */
    void settle() {
        world.step(0, 0, 0);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            world.dispose();
        }
    }

    /** An edge or a polygon of the ground, and how far it stretches, in metres. */
    private record Ground(Fixture fixture, double left, double right, double top) {

        /** @param corners x and y of each */
        static Ground of(Fixture fixture, double[] corners) {
            double left = corners[0];
            double right = corners[0];
            double top = corners[1];
            for (int i = 2; i < corners.length; i += 2) {
                left = Math.min(left, corners[i]);
                right = Math.max(right, corners[i]);
                top = Math.max(top, corners[i + 1]);
            }
            return new Ground(fixture, left, right, top);
        }
    }
}

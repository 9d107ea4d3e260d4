package org.ascentrl.envs.box2d;

import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * The contact of a body with the ground, as Gymnasium tells it: a contact that begins sets the flag, one that ends clears
 * it, even where another goes on. Belongs to a body as its user data.
 */
final class GroundContact {

    private boolean touching;
    private boolean touched;

    boolean touching() {
        return touching;
    }

    /** Returns whether it ever touched the ground. */
    boolean touched() {
        return touched;
    }

    private void set(boolean begins) {
        touching = begins;
        touched |= begins;
    }

    /** Tells the flags of a world's bodies. Throws nothing: an exception would leave the native step half told. */
    static final class Listener implements ContactListener {

        @Override
        public void beginContact(Contact contact) {
            tell(contact.getFixtureA(), true);
            tell(contact.getFixtureB(), true);
        }

        @Override
        public void endContact(Contact contact) {
            tell(contact.getFixtureA(), false);
            tell(contact.getFixtureB(), false);
        }

        private static void tell(Fixture fixture, boolean begins) {
            if (fixture.getBody().getUserData() instanceof GroundContact contact) {
                contact.set(begins);
            }
        }

        @Override
        public void preSolve(Contact contact, Manifold oldManifold) {}

        @Override
        public void postSolve(Contact contact, ContactImpulse impulse) {}
    }
}

package org.ascentrl.archfixture.env;

import com.badlogic.gdx.physics.box2d.World;

public record Libraries(World world) {}

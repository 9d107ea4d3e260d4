package org.ascentrl.archfixture.envs.box2d;

import com.badlogic.gdx.physics.box2d.World;

public record Libraries(World world) {}
